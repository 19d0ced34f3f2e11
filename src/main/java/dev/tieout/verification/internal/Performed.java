package dev.tieout.verification.internal;

import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.rules.MovementDecision;
import dev.tieout.terms.MovementClass;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A movement performed again: what the lines amount to, what the table says of it, and what people decided.
 *
 * @param override the standing override when its class fits the amounts
 * @param setAside an override stands that no longer fits
 */
record Performed(Unit unit, MovementDecision ruled, Optional<Row> override, boolean setAside, Optional<Row> exclusion) {

    static Performed of(Unit unit, MovementDecision ruled, Decision people, boolean byLine) {
        var standing = people.override(unit.line());
        var fitting =
                standing.filter(row -> Decision.fits(Decision.classOf(row), unit.opening(), unit.closing(), byLine));
        return new Performed(unit, ruled, fitting, standing.isPresent() && fitting.isEmpty(), people.exclusion());
    }

    MovementClass movementClass() {
        return override.map(Decision::classOf).orElse(ruled.movementClass());
    }

    /** The closing with what the change of the rate did. */
    BigDecimal closing() {
        return unit.closing().add(unit.fx());
    }

    private String reason() {
        return override.map(row -> row.text("reason")).orElse(ruled.reason().name());
    }

    private boolean review(Choices choices) {
        return ruled.review() || unit.unmentioned() || setAside || unit.isMaterial(choices);
    }

    boolean isExcluded() {
        return exclusion.isPresent();
    }

    /** Compares every column that follows from something else in the pack; the account's name and attributes come from its file. */
    void compare(Row recorded, Choices choices) {
        amount(recorded, "opening", unit.opening());
        amount(recorded, "closing", closing());
        amount(recorded, "gross_up", unit.grossUp());
        amount(recorded, "gross_down", unit.grossDown());
        amount(recorded, "fx", unit.fx());
        word(recorded, "status", unit.status().name());
        word(recorded, "rule_table", ruled.table());
        word(recorded, "rule_version", Integer.toString(ruled.version()));
        word(recorded, "rule_row", Integer.toString(ruled.row()));
        word(recorded, "rule_class", ruled.movementClass().name());
        word(recorded, "rule_reason", ruled.reason().name());
        word(recorded, "class", movementClass().name());
        word(recorded, "reason", reason());
        word(recorded, "review", Boolean.toString(review(choices)));
        decided(recorded, override, "overridden_by", "override_comment", "overridden_at");
        decided(recorded, exclusion, "excluded_by", "exclusion_comment", "excluded_at");
        text(
                recorded,
                "exclusion_reason",
                exclusion.map(row -> row.text("reason")).orElse(null));
    }

    private static void amount(Row recorded, String column, BigDecimal expected) {
        if (recorded.amount(column).compareTo(expected) != 0) {
            throw recorded.difference(column, expected.toPlainString());
        }
    }

    private static void word(Row recorded, String column, String expected) {
        if (!recorded.cell(column).equals(expected)) {
            throw recorded.difference(column, expected);
        }
    }

    private static void text(Row recorded, String column, @Nullable String expected) {
        if (!Objects.equals(recorded.text(column), expected)) {
            throw recorded.difference(column, expected == null ? "nothing" : expected);
        }
    }

    private static void decided(Row recorded, Optional<Row> decision, String person, String comment, String at) {
        text(recorded, person, decision.map(row -> row.key("person")).orElse(null));
        text(recorded, comment, decision.map(row -> row.key("comment")).orElse(null));
        Instant when = decision.map(row -> row.time("decided_at")).orElse(null);
        if (!Objects.equals(recorded.time(at), when)) {
            throw recorded.difference(at, when == null ? "nothing" : when);
        }
    }
}
