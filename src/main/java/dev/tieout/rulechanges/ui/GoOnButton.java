package dev.tieout.rulechanges.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import dev.tieout.rules.RuleDrafts;
import dev.tieout.rules.RuleTableVersion;
import dev.tieout.rules.ui.RuleFindings;
import dev.tieout.web.ui.Notices;

/** Begins the next version with the rows of another, and leads to them. */
final class GoOnButton extends Button {

    GoOnButton(RuleDrafts drafts, RuleTableVersion from, String comment, String label) {
        super(label);
        setId("go-on");
        addThemeVariants(ButtonVariant.PRIMARY);
        addClickListener(_ -> Notices.unlessRefused(() -> {
            var draft = drafts.begin(from.pinned(), comment);
            UI.getCurrent().navigate(RuleFindings.address(draft.version().pinned()));
        }));
    }
}
