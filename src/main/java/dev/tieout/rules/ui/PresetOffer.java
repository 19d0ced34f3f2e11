package dev.tieout.rules.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.tieout.rules.RuleTables;
import dev.tieout.rules.StatusPresets;
import dev.tieout.rules.StatusPresets.Preset;
import dev.tieout.web.ui.Notices;
import dev.tieout.web.ui.Words;
import java.util.List;

/** Offers an organisation the status words that were added to the product since its crosswalk was written. */
final class PresetOffer extends Div {

    PresetOffer(StatusPresets presets, String table, boolean mayWrite) {
        setId("preset-offer");
        if (!table.equals(RuleTables.STATUS_CROSSWALK) || !mayWrite) {
            return;
        }
        var missing = presets.missing();
        if (missing.isEmpty()) {
            return;
        }
        var said = new Paragraph("Tieout knows " + Words.counted(missing.size(), "status word", "status words") + " of "
                + systems(missing) + " that your newest approved crosswalk does not.");
        var draft = new Button(
                "Draft a version with them",
                _ -> Notices.unlessRefused(() -> {
                    var version = presets.draft().version();
                    UI.getCurrent().navigate("rules/write/" + version.table() + "/" + version.version());
                }));
        draft.setId("draft-presets");
        draft.addThemeVariants(ButtonVariant.SMALL);
        var callout = new Div(said, draft);
        callout.addClassNames("callout", "offer");
        add(callout);
    }

    private static String systems(List<Preset> missing) {
        var systems = missing.stream().map(Preset::system).distinct().toList();
        int last = systems.size() - 1;
        return last == 0
                ? systems.getFirst()
                : String.join(", ", systems.subList(0, last)) + " and " + systems.get(last);
    }
}
