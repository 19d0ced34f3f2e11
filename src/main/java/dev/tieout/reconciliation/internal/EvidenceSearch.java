package dev.tieout.reconciliation.internal;

import dev.tieout.reconciliation.Variance;
import dev.tieout.reconciliation.VarianceEvidence;
import dev.tieout.reconciliation.VarianceEvidence.Fact;
import dev.tieout.reconciliation.VarianceEvidence.Kind;
import dev.tieout.reconciliation.VarianceEvidence.Row;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleTableContent;
import dev.tieout.rules.RuleTables;
import dev.tieout.terms.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells in words what the variance table saw of one account, with the rows behind it. */
@Repository
class EvidenceSearch {

    private final JdbcClient jdbc;
    private final RuleTables rules;

    EvidenceSearch(JdbcClient jdbc, RuleTables rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    VarianceEvidence of(Comparison run, Variance variance) {
        return new VarianceEvidence(variance, rule(variance), facts(run, variance));
    }

    private @Nullable String rule(Variance variance) {
        return rules.content(new PinnedTable(RuleTables.VARIANCE_CAUSE, variance.ruleVersion())).rows().stream()
                .filter(row -> row.row() == variance.ruleRow())
                .map(RuleTableContent.Row::description)
                .findFirst()
                .orElse(null);
    }

    private List<Fact> facts(Comparison run, Variance variance) {
        if (variance.account().equals(Differences.ALL_ACCOUNTS)) {
            return List.of(
                    said(
                            Kind.DIFFERENCE,
                            EvidenceWords.difference(variance)
                                    + " Each of the accounts agrees within its own tolerance; together they are above the tolerance for totals."));
        }
        var values = new HashMap<>(run.values());
        values.put("account", variance.account());
        values.put("currency", variance.currency());
        values.put("rows", Fact.ROWS);
        var facts = new ArrayList<Fact>();
        facts.addAll(standing(run, variance, values));
        facts.addAll(postings(run, variance, values));
        found(EvidenceSql.REJECTS, values, Kind.REJECT, EvidenceWords::rejected).ifPresent(facts::add);
        found(EvidenceSql.DUPLICATES, values, Kind.DUPLICATE, EvidenceWords::duplicated)
                .ifPresent(facts::add);
        found(EvidenceSql.DECISIONS, values, Kind.DECISION, EvidenceWords::decided)
                .ifPresent(facts::add);
        return facts;
    }

    private static Fact said(Kind kind, String sentence) {
        return new Fact(kind, sentence, List.of());
    }

    private List<Fact> standing(Comparison run, Variance variance, Map<String, Object> values) {
        var facts = new ArrayList<Fact>();
        var stands = jdbc.sql(EvidenceSql.STANDING)
                .params(values)
                .query(Standing::of)
                .single();
        facts.add(said(Kind.LEGS, EvidenceWords.legs(stands.billing(), stands.ledger(), stands.retained())));
        facts.add(said(Kind.DIFFERENCE, EvidenceWords.difference(variance)));
        if (stands.others() != null) {
            facts.add(said(Kind.OTHER_CURRENCY, "The account also stands in " + stands.others() + "."));
        }
        var reporting = run.choices().reportingCurrency();
        var rate = variance.currency().equals(reporting) ? BigDecimal.ONE : stands.rate();
        if (rate != null && !variance.currency().equals(reporting)) {
            facts.add(said(
                    Kind.RATE,
                    "1 " + variance.currency() + " is worth "
                            + rate.stripTrailingZeros().toPlainString() + " " + reporting + " at the opening rate."));
        }
        if (rate != null
                && variance.amount().multiply(rate).compareTo(run.choices().materiality()) >= 0) {
            facts.add(said(
                    Kind.MATERIAL,
                    "It reaches the materiality of "
                            + EvidenceWords.money(run.choices().materiality(), reporting) + "."));
        }
        return facts;
    }

    /** Postings of the three periods, each told against what recurs; and what billing says besides the amount. */
    private List<Fact> postings(Comparison run, Variance variance, Map<String, Object> values) {
        var billed =
                jdbc.sql(EvidenceSql.BILLED).params(values).query(Billed::of).single();
        var found =
                jdbc.sql(EvidenceSql.POSTINGS).params(values).query(Posting::of).list();
        var span = run.close().span();
        var facts = new ArrayList<Fact>();
        var words = new EvidenceWords(variance, billed.opened());
        posted(found, span.toString(), Kind.POSTED_NOW, words).ifPresent(facts::add);
        posted(found, span.previous().toString(), Kind.POSTED_BEFORE, words).ifPresent(facts::add);
        posted(found, span.next().toString(), Kind.POSTED_AFTER, words).ifPresent(facts::add);
        if (billed.before().compareTo(billed.now()) != 0) {
            facts.add(said(
                    Kind.DISCOUNT,
                    "The recurring discount was " + new Money(billed.before(), variance.currency()).text()
                            + " at open and is " + new Money(billed.now(), variance.currency()).text() + " now."));
        }
        if (billed.renewal()) {
            facts.add(said(Kind.RENEWAL, "A renewal of the account is late, and billing carries the line on."));
        }
        return facts;
    }

    private static Optional<Fact> posted(List<Posting> all, String period, Kind kind, EvidenceWords words) {
        var of = all.stream()
                .filter(posting -> period.equals(posting.row().period()))
                .toList();
        return of.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fact(
                        kind,
                        words.posted(kind, of),
                        of.stream().map(Posting::row).toList()));
    }

    private Optional<Fact> found(String query, Map<String, Object> values, Kind kind, IntFunction<String> sentence) {
        var rows = jdbc.sql(query).params(values).query(EvidenceSearch::row).list();
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Fact(kind, sentence.apply(rows.size()), rows));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("id"),
                row.getString("period"),
                row.getObject("posted_on", LocalDate.class),
                row.getBigDecimal("amount"),
                row.getString("file_name"),
                row.getLong("line"),
                row.getString("text"));
    }

    /** In which legs the account stands. */
    private record Standing(
            boolean billing,
            boolean ledger,
            boolean retained,
            @Nullable String others,
            @Nullable BigDecimal rate) {

        static Standing of(ResultSet row, int number) throws SQLException {
            return new Standing(
                    row.getBoolean("in_billing"),
                    row.getBoolean("in_ledger"),
                    row.getBoolean("in_retained"),
                    row.getString("others"),
                    row.getBigDecimal("rate"));
        }
    }

    /** What billing says besides the amount. */
    private record Billed(BigDecimal opened, BigDecimal before, BigDecimal now, boolean renewal) {

        static Billed of(ResultSet row, int number) throws SQLException {
            return new Billed(
                    row.getBigDecimal("opened"),
                    row.getBigDecimal("before"),
                    row.getBigDecimal("now"),
                    row.getBoolean("renewal"));
        }
    }

    /** One posting, with the number and sum of all in its period. */
    record Posting(Row row, boolean late, BigDecimal total, long count) {

        static Posting of(ResultSet row, int number) throws SQLException {
            return new Posting(
                    EvidenceSearch.row(row, number),
                    row.getBoolean("late"),
                    row.getBigDecimal("total"),
                    row.getLong("rows"));
        }
    }
}
