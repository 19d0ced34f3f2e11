package dev.tieout.learning.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tieout.learning.Learned;
import dev.tieout.learning.ProposedRow;
import dev.tieout.learning.ProposedRow.Answer;
import dev.tieout.learning.ProposedRow.Placement;
import dev.tieout.rules.PinnedTable;
import dev.tieout.terms.Money;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Reason;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a close's overrides propose, as the API says it: money as text in major units. */
record LearnedAnswer(String period, PinnedTable table, String currency, long overrides, List<Row> items, int more) {

    static LearnedAnswer of(Learned learned) {
        return new LearnedAnswer(
                learned.period(),
                learned.table(),
                learned.currency(),
                learned.overrides(),
                learned.rows().stream()
                        .map(row ->
                                Row.of(row, learned.currency(), learned.drafts().get(row.id())))
                        .toList(),
                learned.more());
    }

    /**
     * A proposed row.
     *
     * @param unnecessary overrides that it would have spared
     * @param alsoMoved movements that nobody overrode and that it would decide otherwise
     * @param draft the draft that has the row in it, or null
     */
    record Row(
            String id,
            Placement placement,
            int row,
            Map<String, String> conditions,
            List<String> learned,
            Verdict from,
            Verdict to,
            boolean review,
            long unnecessary,
            String amount,
            List<Movement> overridden,
            long alsoMoved,
            List<Others> others,
            long contradicted,
            List<String> objections,
            @Nullable PinnedTable draft) {

        static Row of(ProposedRow row, String currency, @Nullable PinnedTable draft) {
            return new Row(
                    row.id(),
                    row.placement(),
                    row.row(),
                    row.conditions(),
                    row.learned(),
                    Verdict.of(row.from()),
                    Verdict.of(row.to()),
                    row.review(),
                    row.unnecessary(),
                    text(row.amount(), currency),
                    movements(row.overridden(), currency),
                    row.alsoMoved(),
                    row.others().stream().map(some -> Others.of(some, currency)).toList(),
                    row.contradicted(),
                    row.objections(),
                    draft);
        }
    }

    record Verdict(
            @JsonProperty("class") MovementClass movementClass,
            @Nullable Reason reason) {

        static Verdict of(Answer answer) {
            return new Verdict(answer.movementClass(), answer.reason());
        }
    }

    record Others(
            Verdict from, Verdict to, boolean onlyReason, long movements, String amount, List<Movement> examples) {

        static Others of(ProposedRow.Others some, String currency) {
            return new Others(
                    Verdict.of(some.from()),
                    Verdict.of(some.to()),
                    some.onlyReason(),
                    some.movements(),
                    text(some.amount(), currency),
                    LearnedAnswer.movements(some.examples(), currency));
        }
    }

    record Movement(
            String account,
            String name,
            String line,
            String change,
            @Nullable String person,
            @Nullable String comment) {}

    private static List<Movement> movements(List<ProposedRow.Example> examples, String currency) {
        return examples.stream()
                .map(one -> new Movement(
                        one.account(),
                        one.name(),
                        one.line(),
                        text(one.change(), currency),
                        one.person(),
                        one.comment()))
                .toList();
    }

    private static String text(BigDecimal amount, String currency) {
        return new Money(amount, currency).text();
    }
}
