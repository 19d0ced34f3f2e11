package dev.tieout.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.DatabaseTest;
import dev.tieout.GivenBook;
import dev.tieout.closing.SignOff;
import dev.tieout.closing.SignOffs;
import dev.tieout.cohort.Cohort;
import dev.tieout.metrics.Metrics;
import dev.tieout.movements.Movements;
import dev.tieout.publication.Publication.Status;
import dev.tieout.publication.Publications;
import dev.tieout.rules.RuleTables;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * How long a back-test of one published period takes, on as many movements as {@code -Dtieout.speed.accounts} says. Not a test: its name
 * keeps it out of every run but {@code ./mvnw test -Dtest=BackTestSpeed}. Each round tests another version, compiling included; the
 * median is logged. A hundredth of the accounts changes class.
 */
@DatabaseTest
@Import(PublishedBook.class)
class BackTestSpeed {

    private static final int ROUNDS = 3;

    private static final int ACCOUNTS = Integer.getInteger("tieout.speed.accounts", 1_000_000);

    /** Accounts in no order; some are new, some go, some rest, some pay more or less, a tenth in euros. */
    private static final String BOOK = """
            select 'A-' || lpad((i::bigint * 7919 % 1000003)::text, 7, '0') as account, (10 + i % 991)::numeric(19, 4) as mrr,
                   case i % 10 when 0 then 'EUR' else 'USD' end as currency, i
            from generate_series(1, ACCOUNTS) i
            """.replace("ACCOUNTS", Integer.toString(ACCOUNTS));

    private static final String OPENING = """
            insert into opening_line (organisation, close_id, account, subscription, product, mrr, currency, status)
            select current_organisation(), ?, account, 'S', 'Core', mrr, currency, 'ACTIVE' from (THIS) b where i % 20 <> 1
            """.replace("THIS", BOOK);

    private static final String BILLING = """
            insert into billing_row (organisation, close_id, account, subscription, product, mrr, currency, status, source_id, line)
            select current_organisation(), ?, account, 'S', 'Core', mrr + case i % 7 when 0 then 5 when 1 then -3 else 0 end, currency,
                   case when i % 33 = 0 then 'CANCELLED' when i % 100 = 5 then 'PAUSED' else 'ACTIVE' end, 1, i
            from (THIS) b
            """.replace("THIS", BOOK);

    @Autowired
    PublishedBook books;

    @Autowired
    GivenBook tables;

    @Autowired
    Cohort cohort;

    @Autowired
    Movements movements;

    @Autowired
    Metrics metrics;

    @Autowired
    SignOffs signOffs;

    @Autowired
    Publications publications;

    @Autowired
    BackTests backTests;

    @Test
    void testing_a_version_against_a_large_period() {
        var ours = books.organisation();
        var close = tables.open(ours, "2026-10").rate("EUR", "1.1", "1.2").close();
        tables.sql(ours, "update source set kind = 'OPENING' where close_id = ?", close);
        tables.sql(ours, OPENING, close);
        tables.sql(ours, BILLING, close);
        tables.sql(ours, "analyze opening_line, billing_row");
        ours.asSystem(() -> {
            cohort.freeze(close);
            movements.classify(close, 0, 1);
            return metrics.compute(close);
        });
        ours.as("approver", () -> signOffs.sign(close, SignOff.Kind.CLASSIFICATION, null));
        ours.asSystem(() -> publications.publish(close, Status.PROVISIONAL));
        tell("published");
        var taken = new ArrayList<Duration>();
        for (int round = 0; round < ROUNDS; round++) {
            var version = books.draft(
                    ours,
                    RuleTables.MOVEMENT_CLASSIFICATION,
                    "CHURN,PAUSED",
                    round == 0 ? "CONTRACTION,PAUSED" : "CHURN,OTHER");
            long begin = System.nanoTime();
            var test = ours.as("analyst", () -> backTests.run(version));
            taken.add(Duration.ofNanos(System.nanoTime() - begin));
            assertThat(test.periods().getFirst().tally()).isNotNull();
            tell(taken.getLast() + " " + test.periods().getFirst().tally());
        }
        tell("median " + median(taken).toMillis() + " ms of " + taken);
    }

    private static Duration median(List<Duration> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private static void tell(String what) {
        var memory = Runtime.getRuntime();
        LoggerFactory.getLogger(BackTestSpeed.class)
                .info(
                        "{} movements: {}; heap {} of {} MB, load {}",
                        ACCOUNTS,
                        what,
                        (memory.totalMemory() - memory.freeMemory()) >> 20,
                        memory.maxMemory() >> 20,
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
