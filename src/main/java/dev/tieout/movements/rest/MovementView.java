package dev.tieout.movements.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tieout.movements.Movement;
import dev.tieout.movements.Movement.DecidedBy;
import dev.tieout.movements.Placement;
import dev.tieout.movements.SourceRow;
import dev.tieout.sources.ChangeEvents.Event;
import dev.tieout.terms.AccountStatus;
import dev.tieout.terms.Money;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A movement as the API shows it: money as text in major units beside its currency. */
record MovementView(
        String account,
        String name,
        String line,
        String opening,
        String closing,
        String change,
        String grossUp,
        String grossDown,
        String fx,
        String currency,
        AccountStatus status,
        @JsonProperty("class") MovementClass movementClass,
        @Nullable Reason reason,
        Decider decidedBy,
        boolean review,
        boolean excluded,
        Movement.@Nullable Exclusion exclusion,
        Map<String, String> attributes,
        List<Source> sources,
        List<EventView> events) {

    static MovementView of(Movement movement, List<SourceRow> rows, List<Event> events) {
        return new MovementView(
                movement.account(),
                movement.accountName(),
                movement.line(),
                text(movement.opening(), movement.currency()),
                text(movement.closing(), movement.currency()),
                text(movement.change(), movement.currency()),
                text(movement.grossUp(), movement.currency()),
                text(movement.grossDown(), movement.currency()),
                text(movement.fx(), movement.currency()),
                movement.currency(),
                movement.status(),
                movement.movementClass(),
                movement.reason(),
                Decider.of(movement.decidedBy()),
                movement.review(),
                movement.excluded(),
                movement.exclusion(),
                movement.attributes(),
                rows.stream().map(Source::of).toList(),
                events.stream()
                        .filter(event -> event.account().equals(movement.account()))
                        .filter(event ->
                                movement.line().isEmpty() || event.line().equals(movement.line()))
                        .map(EventView::of)
                        .toList());
    }

    private static String text(BigDecimal amount, String currency) {
        return new Money(amount, currency).text();
    }

    /** Either a rule row or a person. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Decider(
            @Nullable String table,
            @Nullable Integer version,
            @Nullable Integer row,
            @Nullable String user,
            @Nullable String comment) {

        static Decider of(DecidedBy decidedBy) {
            return switch (decidedBy) {
                case DecidedBy.Row(var table, var version, var row) -> new Decider(table, version, row, null, null);
                case DecidedBy.Person(var user, var comment) -> new Decider(null, null, null, user, comment);
            };
        }
    }

    /**
     * A source row behind the movement.
     *
     * @param source the file's id; null for a line carried over from the previous publication
     * @param line the line in that file
     */
    record Source(
            SourceRow.Side side,
            @Nullable Long source,
            @Nullable String file,
            @Nullable Long line,
            String subscription,
            String product,
            String mrr,
            String currency,
            String status,
            @Nullable Instant postedAt,
            Placed placement) {

        static Source of(SourceRow row) {
            return new Source(
                    row.side(),
                    row.sourceId(),
                    row.fileName(),
                    row.line(),
                    row.subscription(),
                    row.product(),
                    text(row.mrr(), row.currency()),
                    row.currency(),
                    row.status(),
                    row.postedAt(),
                    Placed.of(row.placement()));
        }
    }

    /** Why the row counts in the period: the exact cell, the rule that read it, and all of it in a sentence. */
    record Placed(
            Placement.By by,
            @Nullable String field,
            @Nullable String value,
            @Nullable Instant at,
            String zone,
            String period,
            String rule,
            int policyVersion,
            Instant cutoff,
            @Nullable Long backPosting,
            String sentence) {

        static Placed of(Placement placement) {
            return new Placed(
                    placement.by(),
                    placement.field(),
                    placement.value(),
                    placement.at(),
                    placement.zone(),
                    placement.period(),
                    placement.rule().name(),
                    placement.policyVersion(),
                    placement.cutoff(),
                    placement.backPosting(),
                    placement.sentence());
        }
    }
}
