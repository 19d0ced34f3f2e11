package dev.tieout.console.ui;

import com.vaadin.flow.component.html.Span;
import dev.tieout.policy.MetricPolicy;
import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.web.ui.DataTable;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.Words;
import java.util.List;

/** What a version of the policy would change, beside the version that it follows; then every choice. */
final class PolicyComparison {

    private PolicyComparison() {}

    static List<Panel> of(MetricPolicy before, MetricPolicy after) {
        var rows = rows(before.choices(), after.choices());
        var changed = rows.stream().filter(Row::changes).toList();
        var what = new Panel("What changes");
        what.setId("policy-changes");
        what.add(Panel.quiet("Against version " + before.version() + ". " + PolicyWords.applies(after)
                + "; a close that has been opened keeps the version that it began with."));
        what.add(
                changed.isEmpty()
                        ? Panel.quiet("No choice differs.")
                        : table("Choices that change", before, after).rows(changed));
        return List.of(
                what,
                new Panel(
                        "All choices",
                        Panel.quiet(Words.counted(rows.size(), "choice", "choices") + ", " + changed.size()
                                + " of them changed."),
                        table("All choices", before, after).rows(rows)));
    }

    private static DataTable<Row> table(String caption, MetricPolicy before, MetricPolicy after) {
        return new DataTable<Row>(caption)
                .text("Choice", Row::choice)
                .text("Version " + before.version(), Row::before)
                .cell("Version " + after.version(), Row::shown);
    }

    private static List<Row> rows(Choices before, Choices after) {
        var now = PolicyWords.of(before);
        return PolicyWords.of(after).entrySet().stream()
                .map(choice -> new Row(choice.getKey(), now.getOrDefault(choice.getKey(), ""), choice.getValue()))
                .toList();
    }

    private record Row(String choice, String before, String after) {

        boolean changes() {
            return !before.equals(after);
        }

        Span shown() {
            var shown = new Span(after);
            if (changes()) {
                shown.getElement().getStyle().set("font-weight", "600");
            }
            return shown;
        }
    }
}
