package dev.tieout.sources.internal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenBook;
import dev.tieout.GivenOrganisation;
import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.sources.FileBody;
import dev.tieout.sources.Receipt;
import dev.tieout.sources.SourceKind;
import dev.tieout.sources.Sources;
import dev.tieout.terms.Period;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Rejected rows leave the database a page at a time, however many there are and however long each is. */
@DatabaseTest
class RejectPagesTest {

    private static final Period OCTOBER = Period.parse("2026-10");
    private static final int ROWS = 100;
    private static final int LENGTH = 60_000;
    private static final long ALL = (long) ROWS * LENGTH;
    /** What one page may hold, with what is around each row. */
    private static final int ONE_PAGE = Rejects.PAGE_CHARACTERS + Rejects.PAGE_ROWS * 200;

    @Autowired
    Given given;

    @Autowired
    GivenBook tables;

    @Autowired
    Closes closes;

    @Autowired
    Sources sources;

    @Autowired
    Rejects rejects;

    @Autowired
    Receipts receipts;

    @Autowired
    Profiles profiles;

    @Autowired
    Crosswalks crosswalks;

    @Autowired
    UnknownWords unknown;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    GivenOrganisation organisation;
    Close close;
    Receipt faulty;

    @BeforeEach
    void six_million_characters_of_rows_whose_word_is_known_by_now() {
        organisation = given.organisation();
        close = organisation.as("analyst", () -> closes.open(OCTOBER));
        faulty = organisation.as(
                "analyst",
                () -> sources.receive(
                        OCTOBER,
                        SourceKind.BILLING,
                        "generic-snapshot",
                        "billing.csv",
                        FileBody.of("account_id,product,period,mrr,currency,status\nA0,P,2026-10,1,USD,frozen\n")));
        tables.sql(organisation, """
                insert into source_reject (organisation, source_id, line, column_name, value, reason, row_text)
                select organisation, source_id, 2 + n, column_name, 'active', reason,
                       'A' || n || ',' || repeat('x', ?) || ',2026-10,1,USD,active'
                from source_reject, generate_series(1, ?) n where source_id = ?
                """, LENGTH, ROWS, faulty.id());
    }

    @Test
    void no_piece_that_is_written_is_longer_than_a_page() {
        var longest = new AtomicLong();
        var written = new AtomicLong();
        organisation.as(
                "manager",
                () -> sources.writeRejects(faulty.id(), new Writer() {
                    @Override
                    public void write(char[] text, int offset, int length) {
                        longest.accumulateAndGet(length, Math::max);
                        written.addAndGet(length);
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                }));
        assertThat(written.get()).isGreaterThan(ALL);
        assertThat(longest.get()).isLessThan(ONE_PAGE);
    }

    @Test
    void rows_that_are_read_again_are_handed_on_page_by_page() {
        var most = new AtomicLong();
        var read = new AtomicLong();
        var again = new ReadAgain(
                reader((source, body) -> {
                    try (body) {
                        var chunk = new byte[8_192];
                        for (int count = body.read(chunk); count >= 0; count = body.read(chunk)) {
                            // The rest of what is in memory of a body that is made while it is read; all of one that is
                            // not.
                            most.accumulateAndGet(body.available(), Math::max);
                            read.addAndGet(count);
                        }
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    return faulty;
                }),
                receipts,
                rejects,
                profiles,
                crosswalks,
                unknown);
        organisation.as("analyst", () -> requireNonNull(transactions.execute(status -> again.all(close))));
        assertThat(read.get()).isGreaterThan(ALL);
        assertThat(most.get()).isLessThan(ONE_PAGE);
    }

    @FunctionalInterface
    private interface Correction {
        Receipt correct(long source, InputStream body);
    }

    /** Sources that only take corrections. */
    private static Sources reader(Correction correction) {
        return (Sources) Proxy.newProxyInstance(
                Sources.class.getClassLoader(),
                new Class<?>[] {Sources.class},
                (proxy, method, arguments) -> correction.correct((Long) arguments[0], (InputStream) arguments[2]));
    }
}
