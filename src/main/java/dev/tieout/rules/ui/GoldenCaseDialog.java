package dev.tieout.rules.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.tieout.rules.ColumnGuide;
import dev.tieout.rules.ColumnGuide.Part;
import dev.tieout.rules.RuleCase;
import dev.tieout.rules.RuleCases;
import dev.tieout.web.ui.Notices;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One golden case to write: what is given of the account, and what the table has to answer. */
final class GoldenCaseDialog extends Dialog {

    private final RuleCases cases;
    private final String table;
    private final transient Runnable kept;
    private final TextField name = new TextField("What it is about");
    private final Map<ColumnGuide, HasValue<?, String>> fields = new LinkedHashMap<>();

    GoldenCaseDialog(RuleCases cases, String table, @Nullable RuleCase from, boolean another, Runnable kept) {
        this.cases = cases;
        this.table = table;
        this.kept = kept;
        setHeaderTitle(from == null || another ? "A new golden case" : "Change a golden case");
        setWidth("860px");
        setMaxHeight("90vh");
        getElement().setAttribute("id", "golden-case");
        name.setId("case-name");
        name.setWidthFull();
        name.setRequiredIndicatorVisible(true);
        name.setValue(from == null ? "" : another ? "Copy of " + from.name() : from.name());
        name.setReadOnly(from != null && !another);
        var given = grid();
        var expected = grid();
        for (ColumnGuide guide : cases.form(table)) {
            var part = guide.part() == Part.CONDITION ? given : expected;
            part.add(field(guide, from));
        }
        var whole = new Div(name, new H3("Given"), given, new H3("Expected"), expected);
        whole.addClassName("stack");
        add(whole);
        var keep = new Button("Keep the case", _ -> keep());
        keep.setId("keep-case");
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", _ -> close()), keep);
    }

    private static Div grid() {
        var grid = new Div();
        grid.addClassName("case-fields");
        return grid;
    }

    private Component field(ColumnGuide guide, @Nullable RuleCase from) {
        String value = from == null ? usual(guide) : value(guide, from);
        if (guide.words().isEmpty()) {
            var text = new TextField(guide.label());
            text.setHelperText(guide.part() == Part.MARK ? guide.grammar() : null);
            return ready(text, guide, value);
        }
        var choice = new Select<String>();
        choice.setLabel(guide.label());
        choice.setItems(guide.words());
        choice.setItemLabelGenerator(CaseWords::plain);
        return ready(
                choice,
                guide,
                guide.words().contains(value) ? value : guide.words().getLast());
    }

    private <F extends AbstractField<?, String>> F ready(F field, ColumnGuide guide, String value) {
        field.setId("case-" + guide.label().replace(' ', '-'));
        field.setValue(value);
        field.getElement().setAttribute("title", guide.help());
        fields.put(guide, field);
        return field;
    }

    private static String value(ColumnGuide guide, RuleCase from) {
        var said = guide.part() == Part.CONDITION ? from.given() : from.expected();
        return said.getOrDefault(guide.label(), "");
    }

    private static String usual(ColumnGuide guide) {
        return switch (guide.label()) {
            case "row" -> "";
            case "within window" -> "yes";
            case "pause policy", "full discount policy" -> "CHURN";
            default ->
                guide.words().isEmpty()
                        ? "0"
                        : guide.words().contains("no") ? "no" : guide.words().getFirst();
        };
    }

    private void keep() {
        var given = new LinkedHashMap<String, String>();
        var expected = new LinkedHashMap<String, String>();
        fields.forEach((guide, field) -> (guide.part() == Part.CONDITION ? given : expected)
                .put(guide.label(), field.getValue() == null ? "" : field.getValue()));
        if (Notices.unlessRefused(() -> cases.keep(table, name.getValue().trim(), given, expected))) {
            close();
            Notices.done("The case is kept. Every version is held against it from now on.");
            kept.run();
        }
    }
}
