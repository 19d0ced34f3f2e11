package dev.tieout.sources.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.tieout.sources.ImportProfiles;
import dev.tieout.sources.ImportProfiles.Described;
import dev.tieout.web.ui.Notices;
import dev.tieout.web.ui.Panel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Says how often each plan of a profile is billed, without which its rows are rejected. */
final class PlansDialog extends Dialog {

    private final TextField name = new TextField("Name of the profile");
    private final TextArea plans = new TextArea("Billing interval of each plan");

    PlansDialog(ImportProfiles profiles, Described profile, Map<String, String> intervals, Consumer<Described> saved) {
        boolean builtIn = profile.version() == null;
        setHeaderTitle("Plans of " + profile.name());
        setWidth("560px");
        setMaxWidth("96vw");
        name.setId("plans-profile-name");
        name.setValue(builtIn ? "own-" + profile.name() : profile.name());
        name.setHelperText("It comes with the product: your intervals are saved in a copy of this name");
        name.setVisible(builtIn);
        name.setWidthFull();
        plans.setId("plan-intervals");
        plans.setHelperText("One a line, the plan as the file writes it: gold = 1 year");
        plans.setValue(written(intervals));
        plans.setWidthFull();
        plans.setMinRows(6);
        var content = new Div(
                Panel.quiet(
                        "The file has prices of plans. To make monthly amounts of them, Tieout has to know how often each plan is"
                                + " billed: day, week, month, quarter, year, or a number of them. Rows of other plans are rejected."),
                plans,
                name);
        content.addClassName("stack");
        add(content);
        var save = new Button("Save", click -> {
            boolean done = Notices.unlessRefused(() -> saved.accept(
                    profiles.withPlanIntervals(profile.name(), name.getValue().strip(), read(plans.getValue()))));
            if (done) {
                close();
            }
        });
        save.setId("plans-save");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Close", click -> close()), save);
    }

    private static String written(Map<String, String> intervals) {
        return intervals.entrySet().stream()
                .map(plan -> plan.getKey() + " = " + plan.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** Lines without an equals sign say nothing. */
    static Map<String, String> read(String text) {
        var intervals = new LinkedHashMap<String, String>();
        text.lines().filter(line -> line.contains("=")).forEach(line -> {
            int mark = line.lastIndexOf('=');
            intervals.put(
                    line.substring(0, mark).strip(), line.substring(mark + 1).strip());
        });
        return intervals;
    }
}
