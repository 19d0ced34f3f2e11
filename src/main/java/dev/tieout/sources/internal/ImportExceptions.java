package dev.tieout.sources.internal;

import dev.tieout.closing.Close;
import dev.tieout.policy.MetricPolicy;
import dev.tieout.sources.AccountMoves;
import dev.tieout.sources.SourceKind;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What keeps a close from being classified, read from its sources. */
@Component
class ImportExceptions {

    /** What an account's amounts stay below in the reporting currency: facts count in ten-thousandths, and a long holds no more. */
    private static final long LIMIT = 900_000_000_000_000L;

    /** How many rows of a kind tell of the close: a late one tells that its line stood as it opened. */
    private static final String ACCEPTED = """
            select coalesce(sum(accepted + late), 0) from source where close_id = :close and kind = :kind and state = 'ACCEPTED'
              and profile not in ('late-postings', 'back-posting-note')
            """;

    /** Either end of the close in the reporting currency; a currency without a rate is told of by another exception. */
    private static final String CONVERTED = """
            from (select account, currency, mrr, 'opening' as leg from opening_line where close_id = :close
                  union all
                  select account, currency, mrr, 'billing' from billing_row where close_id = :close) used
            left join rate r on r.close_id = :close and r.currency = used.currency
            """;

    private static final String AMOUNT =
            "sum(mrr * case when used.currency = :reporting then 1 else greatest(r.opening, r.closing) end)";

    /** Whether everything together is so much that one account could be too large; nearly always not, and then nobody looks further. */
    private static final String ANY_TOO_LARGE = "select coalesce(" + AMOUNT + ", 0) >= :limit " + CONVERTED;

    /** Accounts whose lines together are more than an account can have. */
    private static final String TOO_LARGE = "select account " + CONVERTED + "group by account, leg having " + AMOUNT
            + " >= :limit order by account limit 20";

    /** Files with rejects that nobody has taken note of. */
    private static final String REJECTED = """
            select s.id, s.file_name, s.rejected - count(b.id) as rejected
            from source s
            left join source_correction c on c.source_id = s.id
            left join source b on b.id = c.by_source and b.state = 'ACCEPTED'
            where s.close_id = :close and s.state = 'ACCEPTED' and s.rejected > 0 and s.rejects_acknowledged_by is null
            group by s.id
            having s.rejected > count(b.id)
            order by s.id
            """;

    /** Files with rows that can still change where they come from. */
    private static final String OPEN = """
            select id, file_name, open_rows from source
            where close_id = :close and state = 'ACCEPTED' and open_rows > 0
            order by id
            """;

    /** Files whose rows were held back in favour of a file that has been replaced by one without them. */
    private static final String ORPHANED = """
            select s.id, s.file_name, count(*) as held
            from source s
            join source_duplicate d on d.source_id = s.id
            join source f on f.id = d.first_source and f.state = 'SUPERSEDED'
            where s.close_id = :close and s.state = 'ACCEPTED'
            group by s.id, s.file_name
            order by s.id
            """;

    private static final String ACKNOWLEDGE = """
            update source
            set rejects_acknowledged_by = :person, rejects_acknowledged_at = :at, rejects_comment = :comment
            where close_id = :close and state = 'ACCEPTED' and rejected > 0 and rejects_acknowledged_by is null
            returning id
            """;

    private final RateExceptions rates;
    private final EventExceptions events;
    private final Absences absences;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final AccountMoves moves;

    ImportExceptions(
            RateExceptions rates,
            EventExceptions events,
            Absences absences,
            JdbcClient jdbc,
            Clock clock,
            AccountMoves moves) {
        this.rates = rates;
        this.events = events;
        this.absences = absences;
        this.jdbc = jdbc;
        this.clock = clock;
        this.moves = moves;
    }

    /** Sentences, the gravest first; empty when nothing stands in the way. */
    List<String> of(Close close, MetricPolicy.Choices choices) {
        var reportingCurrency = choices.reportingCurrency();
        var sentences = new ArrayList<String>();
        if (accepted(close, SourceKind.BILLING) == 0) {
            sentences.add("No billing file with an accepted row is in for " + close.period() + ".");
        }
        if (close.firstPeriod() && accepted(close, SourceKind.OPENING) == 0) {
            sentences.add(close.period() + " is the first period, and no opening snapshot with an accepted row is in."
                    + " Who starts from nothing imports one line with an amount of 0.");
        }
        sentences.addAll(rates.of(close, reportingCurrency));
        tooLarge(close, reportingCurrency)
                .forEach(account -> sentences.add("The lines of account “" + account + "” amount to " + LIMIT + " "
                        + reportingCurrency + " or more together. Correct them in the file and replace it."));
        sentences.addAll(events.of(close, choices.pause().name()));
        sentences.addAll(absences.of(close, choices));
        sentences.addAll(counted(REJECTED, "rejected", " rejected.", close.key()));
        sentences.addAll(counted(
                ORPHANED,
                "held",
                " held back as duplicates of a file that has been replaced since. Replace it with itself to take them in.",
                close.key()));
        sentences.addAll(moves.exceptions(close.key()));
        return List.copyOf(sentences);
    }

    private List<String> tooLarge(Close close, String reportingCurrency) {
        var values = Map.of("close", close.key(), "reporting", reportingCurrency, "limit", LIMIT);
        boolean possible =
                jdbc.sql(ANY_TOO_LARGE).params(values).query(Boolean.class).single();
        return possible
                ? jdbc.sql(TOO_LARGE).params(values).query(String.class).list().stream()
                        .distinct()
                        .toList()
                : List.of();
    }

    /** Sentences about what is in and can still change. */
    List<String> open(long closeId) {
        return counted(OPEN, "open_rows", " of an accounting period that is still open.", closeId);
    }

    /** Whether replacing that source with the same bytes would take rows in that were held back. */
    boolean holdsOrphans(long closeId, long sourceId) {
        return jdbc.sql(ORPHANED)
                .param("close", closeId)
                .query((row, number) -> row.getLong("id"))
                .list()
                .contains(sourceId);
    }

    /** Takes note of all rejects of the close's files; the answer is the files it was new for. */
    List<Long> acknowledge(long closeId, String person, String comment) {
        return jdbc.sql(ACKNOWLEDGE)
                .param("person", person)
                .param("at", Timestamp.from(clock.instant()))
                .param("comment", comment)
                .param("close", closeId)
                .query(Long.class)
                .list();
    }

    /** Takes note of what the files leave out of the opening; other files need it anew. */
    void acknowledgeAbsence(Close close, MetricPolicy.Choices choices, String person, String comment) {
        absences.acknowledge(close, choices, person, comment);
    }

    private long accepted(Close close, SourceKind kind) {
        return jdbc.sql(ACCEPTED)
                .param("close", close.key())
                .param("kind", kind.name())
                .query(Long.class)
                .single();
    }

    private List<String> counted(String query, String column, String what, long close) {
        return jdbc.sql(query)
                .param("close", close)
                .query((row, number) -> {
                    long count = row.getLong(column);
                    return (count == 1 ? "1 row" : count + " rows") + " of " + row.getString("file_name") + " (source "
                            + row.getLong("id") + ")" + (count == 1 ? " was" : " were") + what;
                })
                .list();
    }
}
