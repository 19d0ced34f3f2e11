package dev.tieout.reconciliation.rest;

import dev.tieout.reconciliation.VarianceEvidence;
import dev.tieout.reconciliation.VarianceEvidence.Kind;
import dev.tieout.terms.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What speaks for the suggested cause; amounts in {@code currency}. */
record EvidenceAnswer(
        long variance,
        String currency,
        String suggested,
        int ruleVersion,
        int ruleRow,
        @Nullable String rule,
        List<Fact> facts) {

    static EvidenceAnswer of(VarianceEvidence evidence) {
        var variance = evidence.variance();
        return new EvidenceAnswer(
                variance.id(),
                variance.currency(),
                variance.suggested().name(),
                variance.ruleVersion(),
                variance.ruleRow(),
                evidence.rule(),
                evidence.facts().stream()
                        .map(fact -> new Fact(
                                fact.kind(),
                                fact.sentence(),
                                fact.rows().stream()
                                        .map(row -> Row.of(row, variance.currency()))
                                        .toList()))
                        .toList());
    }

    record Fact(Kind kind, String sentence, List<Row> rows) {}

    record Row(
            String id,
            @Nullable String period,
            @Nullable LocalDate postedOn,
            @Nullable String amount,
            @Nullable String file,
            long line,
            @Nullable String text) {

        static Row of(VarianceEvidence.Row row, String currency) {
            return new Row(
                    row.id(),
                    row.period(),
                    row.postedOn(),
                    row.amount() == null ? null : new Money(row.amount(), currency).text(),
                    row.file(),
                    row.line(),
                    row.text());
        }
    }
}
