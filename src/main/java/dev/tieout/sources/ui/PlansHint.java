package dev.tieout.sources.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import dev.tieout.sources.ImportProfiles;
import dev.tieout.sources.ImportProfiles.Described;
import dev.tieout.sources.SourceKind;
import dev.tieout.web.ui.Notices;
import dev.tieout.web.ui.Tag;
import dev.tieout.web.ui.Tag.Tone;
import dev.tieout.web.ui.Words;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Says before a file is chosen how many plans its profile knows: without their intervals every row would be rejected. */
final class PlansHint extends Div {

    PlansHint(
            ImportProfiles profiles,
            SourceKind kind,
            Described profile,
            Map<String, String> plans,
            Consumer<Described> saved) {
        addClassName("actions");
        var edit = new Button(
                "Plans",
                click -> new PlansDialog(profiles, profile, plans, copy -> {
                            Notices.done("The profile " + copy.name() + " is saved.");
                            saved.accept(copy);
                        })
                        .open());
        edit.setId("plans-" + kind.name().toLowerCase(Locale.ROOT));
        edit.setAriaLabel("Billing intervals of the plans of " + profile.name());
        edit.addThemeVariants(ButtonVariant.SMALL);
        add(
                plans.isEmpty()
                        ? new Tag("No plan known: every row would be rejected", Tone.ATTENTION)
                        : new Tag(Words.counted(plans.size(), "plan", "plans") + " known", Tone.NEUTRAL),
                edit);
    }
}
