package dev.tieout.sources.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.tieout.sources.ImportProfiles.Draft;
import dev.tieout.sources.ImportProfiles.DraftColumn;
import dev.tieout.sources.ImportProfiles.Meaning;
import dev.tieout.sources.ImportProfiles.Preview;
import dev.tieout.sources.SourceKind;
import dev.tieout.web.ui.DataTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What each column of a file means, and how its numbers and dates are written. */
final class MappingForm extends Div {

    private static final String ISO = "2026-10-31 (ISO 8601)";
    private static final int EXAMPLES = 3;

    private final SourceKind kind;
    private final Preview preview;
    private final Map<Integer, Select<Meaning>> meanings = new HashMap<>();
    private final TextField name = new TextField("Name of the profile");
    private final Select<String> decimal = new Select<>();
    private final Select<String> dates = new Select<>();
    private final Checkbox minorUnits = new Checkbox("Amounts count cents (the currency's smallest unit)");
    private final TextArea plans = new TextArea("Billing interval of each plan");

    MappingForm(SourceKind kind, Preview preview, Set<Meaning> possible, List<String> dateFormats) {
        this.kind = kind;
        this.preview = preview;
        addClassName("stack");
        name.setId("profile-name");
        name.setValue(preview.draft().name());
        name.setHelperText("Small letters, digits and hyphens");
        decimal.setLabel("Decimal mark");
        decimal.setItems(".", ",");
        decimal.setItemLabelGenerator(mark -> mark.equals(",") ? "Comma: 1.234,50" : "Point: 1,234.50");
        decimal.setValue(preview.draft().decimal());
        dates.setLabel("Dates");
        var all = new ArrayList<>(List.of(ISO));
        all.addAll(dateFormats);
        dates.setItems(all);
        var guessed = preview.draft().dateFormat();
        dates.setValue(guessed == null ? ISO : guessed);
        plans.setHelperText("One a line: gold = 1 year");
        plans.setWidthFull();
        dates.setWidth("240px");
        var settings = new Div(name, decimal, dates);
        settings.addClassName("fields");
        add(columns(possible), settings, minorUnits, plans);
        showPlans();
    }

    private Component columns(Set<Meaning> possible) {
        return new DataTable<Integer>("What the columns mean")
                .text("Column", i -> named(preview.header().get(i), i))
                .cell("Examples", this::examples)
                .cell("Means", i -> meaning(i, possible))
                .rows(IntStream.range(0, preview.header().size()).boxed().toList());
    }

    /** A column without a name still has a place. */
    static String named(String header, int position) {
        return header.isBlank() ? "(column " + (position + 1) + ")" : header;
    }

    private Component examples(int column) {
        var examples = new Span(preview.rows().stream()
                .filter(row -> column < row.size() && !row.get(column).isBlank())
                .map(row -> row.get(column))
                .distinct()
                .limit(EXAMPLES)
                .collect(Collectors.joining(" · ")));
        examples.addClassName("quiet");
        return examples;
    }

    private Component meaning(int column, Set<Meaning> possible) {
        var select = new Select<Meaning>();
        var items = new ArrayList<>(List.of(Meaning.UNUSED));
        items.addAll(possible);
        select.setItems(items);
        select.setItemLabelGenerator(meaning -> MeaningWords.of(meaning, kind));
        select.setValue(preview.draft().columns().get(column).meaning());
        select.setAriaLabel("Meaning of " + named(preview.header().get(column), column));
        select.setId("meaning-" + column);
        select.addValueChangeListener(changed -> showPlans());
        meanings.put(column, select);
        return select;
    }

    private void showPlans() {
        plans.setVisible(meanings.values().stream().anyMatch(select -> select.getValue() == Meaning.PLAN));
    }

    Draft draft() {
        var columns = IntStream.range(0, preview.header().size())
                .mapToObj(i -> new DraftColumn(preview.draft().columns().get(i).header(), chosen(i)))
                .toList();
        return new Draft(
                name.getValue().strip(),
                kind,
                columns,
                preview.draft().preamble(),
                decimal.getValue(),
                minorUnits.getValue(),
                ISO.equals(dates.getValue()) ? null : dates.getValue(),
                PlansDialog.read(plans.getValue()));
    }

    private Meaning chosen(int column) {
        var select = meanings.get(column);
        return select == null || select.getValue() == null ? Meaning.UNUSED : select.getValue();
    }
}
