package dev.tieout.rules.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import dev.tieout.rules.RuleDrafts;
import dev.tieout.rules.RuleTableVersion;
import dev.tieout.web.ui.Notices;
import dev.tieout.web.ui.Panel;
import java.util.function.Supplier;

/** Throws a draft away, once the person has said so twice: it does not come back. */
final class DiscardAction extends Div {

    private final RuleDrafts drafts;
    private final transient Supplier<RuleTableVersion> draft;
    private final transient Runnable discarded;

    /** @param draft as the person sees it at the moment */
    DiscardAction(RuleDrafts drafts, Supplier<RuleTableVersion> draft, Runnable discarded) {
        this.drafts = drafts;
        this.draft = draft;
        this.discarded = discarded;
        var button = new Button("Discard this draft", _ -> ask());
        button.setId("discard");
        button.addThemeVariants(ButtonVariant.TERTIARY);
        add(button);
    }

    private void ask() {
        var seen = draft.get();
        var dialog = new Dialog();
        dialog.setHeaderTitle("Discard this draft?");
        dialog.setWidth("520px");
        dialog.add(Panel.quiet("Version " + seen.version() + ", written by " + String.join(", ", seen.editors())
                + ", is thrown away with all its rows. The trail keeps that there was one."));
        var keep = new Button("Keep it", _ -> dialog.close());
        keep.setAutofocus(true);
        var confirm = new Button("Discard", _ -> discard(dialog));
        confirm.setId("discard-confirm");
        confirm.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        dialog.getFooter().add(keep, confirm);
        dialog.open();
    }

    private void discard(Dialog dialog) {
        var seen = draft.get();
        dialog.close();
        if (Notices.unlessRefused(() -> drafts.discard(seen.pinned(), seen.edition()))) {
            Notices.done("Version " + seen.version() + " is discarded.");
            discarded.run();
        }
    }
}
