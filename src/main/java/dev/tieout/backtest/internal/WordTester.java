package dev.tieout.backtest.internal;

import dev.tieout.backtest.PublishedPeriod;
import dev.tieout.backtest.Tally;
import dev.tieout.backtest.Variant;
import dev.tieout.backtest.WhatIf;
import dev.tieout.backtest.internal.ChangedWords.Word;
import dev.tieout.backtest.internal.SpokenWords.Spoken;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleTables;
import dev.tieout.sources.BillingSystems;
import dev.tieout.terms.AccountStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Holds a status crosswalk against a period. Lines whose meaning goes as a whole to another are decided again with that one; the other
 * words are told with the lines that could bear them.
 */
@Component
class WordTester implements Tester {

    /** Lines of these files with that meaning. */
    private static final String LINES = """
            insert into back_test_word (organisation, back_test_id, publication_id, billing_system, word, currency, was, becomes, told,
                                        lines, amount)
            select current_organisation(), :test, :publication, :system, :word, currency, :was, :becomes, :told, count(*), sum(mrr)
            from evidence_billing
            where publication_id = (select kept_by from evidence_part where publication_id = :publication and part = 'BILLING')
              and source_id = any (:files) and status = :was and not late
            group by currency
            """;

    /** Rows that were rejected for the word alone. */
    private static final String REJECTS = """
            insert into back_test_word (organisation, back_test_id, publication_id, billing_system, word, currency, was, becomes, told,
                                        lines, amount)
            select current_organisation(), :test, :publication, :system, :word, '', null, :becomes, :told, count(*), 0
            from source_reject r
            where r.source_id = any (:files) and r.reason = :reason and lower(trim(r.value)) = :word
              and not exists (select from source_reject o
                              where o.source_id = r.source_id and o.line = r.line and o.column_name <> r.column_name)
            having count(*) > 0
            """;

    /** The files of moves that count in these periods, as one text: with other moves a period opens under other ids. */
    private static final String MOVES = """
            select coalesce(string_agg(s.id::text, ',' order by s.id), '')
            from source s join close c on c.id = s.close_id
            where s.kind = 'MIGRATION' and s.state = 'ACCEPTED' and c.period = any (:periods)
            """;

    private final WhatIf whatIf;
    private final ReplayKeeping keeping;
    private final SpokenWords spoken;
    private final PublishedPeriods periods;
    private final RuleTables rules;
    private final JdbcClient jdbc;

    WordTester(
            WhatIf whatIf,
            ReplayKeeping keeping,
            SpokenWords spoken,
            PublishedPeriods periods,
            RuleTables rules,
            JdbcClient jdbc) {
        this.whatIf = whatIf;
        this.keeping = keeping;
        this.spoken = spoken;
        this.periods = periods;
        this.rules = rules;
        this.jdbc = jdbc;
    }

    @Override
    public String table() {
        return RuleTables.STATUS_CROSSWALK;
    }

    @Override
    public void check(PinnedTable version) {
        rules.crosswalk(version, "");
    }

    @Override
    public String readsBeside(List<PublishedPeriod> published) {
        return "/"
                + jdbc.sql(MOVES)
                        .param(
                                "periods",
                                published.stream().map(PublishedPeriod::period).toArray(String[]::new))
                        .query(String.class)
                        .single();
    }

    @Override
    public Tally test(long backTest, PinnedTable version, PublishedPeriod period) {
        var files = spoken.of(period.publication(), SpokenWords.base(period), version);
        var before = before(period, version);
        var meanings = new HashMap<>(meanings(files));
        meanings.putAll(before);
        var variant = Variant.asPublished().meaning(meanings);
        var outcome = whatIf.of(period, before.isEmpty() ? variant : variant.carriedFromPeriodToPeriod());
        keeping.keep(backTest, outcome);
        tell(backTest, period, files);
        return outcome.tally();
    }

    /** What changes in the files that the period's opening comes from. */
    private Map<Long, Map<AccountStatus, AccountStatus>> before(PublishedPeriod period, PinnedTable version) {
        Long previous = period.previous();
        if (previous == null) {
            return Map.of();
        }
        return meanings(spoken.of(previous, SpokenWords.base(periods.publication(previous)), version));
    }

    private static Map<Long, Map<AccountStatus, AccountStatus>> meanings(Map<Long, Spoken> files) {
        var meanings = new HashMap<Long, Map<AccountStatus, AccountStatus>>();
        files.forEach((file, words) -> {
            if (!words.changed().meanings().isEmpty()) {
                meanings.put(file, words.changed().meanings());
            }
        });
        return meanings;
    }

    private void tell(long backTest, PublishedPeriod period, Map<Long, Spoken> files) {
        var bySystem = files.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toSet())));
        bySystem.forEach((words, of) ->
                words.changed().words().forEach(word -> tell(backTest, period, words.system(), word, of)));
    }

    private void tell(long backTest, PublishedPeriod period, String system, Word word, Set<Long> files) {
        var statement = jdbc.sql(word.was() == null ? REJECTS : LINES)
                .param("test", backTest)
                .param("publication", period.publication())
                .param("system", system)
                .param("word", word.word())
                .param("becomes", name(word.becomes()))
                .param("told", word.told().name())
                .param("files", files.toArray(Long[]::new));
        if (word.was() == null) {
            statement.param("reason", BillingSystems.UNKNOWN_STATUS).update();
        } else {
            statement.param("was", name(word.was())).update();
        }
    }

    private static @Nullable String name(@Nullable AccountStatus status) {
        return status == null ? null : status.name();
    }
}
