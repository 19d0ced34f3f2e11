package dev.tieout.rules.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import dev.tieout.rules.RuleDrafts;
import dev.tieout.rules.RuleTableVersion;
import dev.tieout.web.ui.Notices;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.StepForm;

/** Throws a draft away, once the person has said so twice: it does not come back. */
final class DiscardAction extends Div {

    private final RuleDrafts drafts;
    private final RuleTableVersion draft;
    private final transient Runnable discarded;

    DiscardAction(RuleDrafts drafts, RuleTableVersion draft, Runnable discarded) {
        this.drafts = drafts;
        this.draft = draft;
        this.discarded = discarded;
        offer();
    }

    private void offer() {
        removeAll();
        var button = new Button("Discard this draft", _ -> ask());
        button.setId("discard");
        button.addThemeVariants(ButtonVariant.TERTIARY);
        add(button);
    }

    private void ask() {
        removeAll();
        var written = "Version " + draft.version() + ", written by " + String.join(", ", draft.editors())
                + ", is thrown away with all its rows. The trail keeps that there was one.";
        add(new StepForm(
                "discard", "Discard this draft?", "Discard", this::discard, this::offer, Panel.quiet(written)));
    }

    private void discard() {
        if (Notices.unlessRefused(() -> drafts.discard(draft.pinned()))) {
            Notices.done("Version " + draft.version() + " is discarded.");
            discarded.run();
        }
    }
}
