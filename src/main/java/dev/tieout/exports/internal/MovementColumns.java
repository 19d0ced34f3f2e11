package dev.tieout.exports.internal;

import dev.tieout.exports.internal.Column.Kind;
import dev.tieout.publication.Publication;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of exported movements: fixed ones in an order that stays, then one for each attribute that the version's movements carry. */
final class MovementColumns {

    private MovementColumns() {}

    static List<Column<PublishedMovement>> of(Publication publication, List<String> attributes) {
        var columns = new ArrayList<Column<PublishedMovement>>();
        columns.add(text("period", "Period", 10, row -> publication.period()));
        columns.add(new Column<>("version", "Version", Kind.COUNT, 9, row -> publication.version()));
        columns.add(text("status", "Status", 13, row -> publication.status().name()));
        columns.add(text("currency", "Currency", 10, row -> publication.currency()));
        columns.add(text("account", "Account", 22, PublishedMovement::account));
        columns.add(text("line", "Line", 18, PublishedMovement::line));
        columns.add(amount("opening", "Opening", PublishedMovement::opening));
        columns.add(amount("closing", "Closing", PublishedMovement::closing));
        columns.add(amount("change", "Change", PublishedMovement::change));
        columns.add(amount("gross_up", "Gross up", PublishedMovement::grossUp));
        columns.add(amount("gross_down", "Gross down", PublishedMovement::grossDown));
        columns.add(amount("fx", "Exchange rates", PublishedMovement::fx));
        columns.add(text("class", "Class", 15, PublishedMovement::movementClass));
        columns.add(text("reason", "Reason", 18, PublishedMovement::reason));
        columns.addAll(decisions());
        for (var attribute : attributes) {
            columns.add(text(
                    "attr_" + attribute,
                    "Attribute: " + attribute,
                    18,
                    row -> row.attributes().get(attribute)));
        }
        return columns;
    }

    private static List<Column<PublishedMovement>> decisions() {
        return List.of(
                text("rule_table", "Rule table", 24, PublishedMovement::ruleTable),
                new Column<>("rule_version", "Rule version", Kind.COUNT, 13, PublishedMovement::ruleVersion),
                new Column<>("rule_row", "Rule row", Kind.COUNT, 10, PublishedMovement::ruleRow),
                text("overridden_by", "Overridden by", 18, PublishedMovement::overriddenBy),
                text("override_comment", "Override comment", 32, PublishedMovement::overrideComment),
                new Column<>("excluded", "Excluded", Kind.FLAG, 10, PublishedMovement::excluded),
                text("excluded_by", "Excluded by", 18, PublishedMovement::excludedBy),
                text("exclusion_reason", "Exclusion reason", 22, PublishedMovement::exclusionReason),
                text("exclusion_comment", "Exclusion comment", 32, PublishedMovement::exclusionComment));
    }

    private static Column<PublishedMovement> text(
            String name, String heading, int width, Function<PublishedMovement, @Nullable Object> value) {
        return new Column<>(name, heading, Kind.TEXT, width, value);
    }

    private static Column<PublishedMovement> amount(
            String name, String heading, Function<PublishedMovement, @Nullable Object> value) {
        return new Column<>(name, heading, Kind.AMOUNT, 17, value);
    }
}
