package dev.tieout.backpostings.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenBook;
import dev.tieout.backpostings.BackPostingNote;
import dev.tieout.backpostings.BackPostings.Effect;
import dev.tieout.sources.LatePosting;
import dev.tieout.sources.SourceKind;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@DatabaseTest
class NoteEffectsTest {

    private static final Instant NOVEMBER = Instant.parse("2026-11-02T00:00:00Z");

    @Autowired
    Given given;

    @Autowired
    GivenBook books;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    @Test
    void a_note_of_many_lines_is_told_in_one_statement() {
        var organisation = given.organisation();
        var book = books.open(organisation, "2026-10");
        for (var account : List.of("A1", "A2", "A3")) {
            organisation.asSystem(() -> transactions.execute(
                    status -> jdbc.sql("""
                            insert into billing_row (organisation, close_id, account, subscription, product, mrr, currency, status, source_id,
                                                     line)
                            values (current_organisation(), ?, ?, 'S', '', 100, 'USD', 'ACTIVE', 1, 1)
                            """).params(book.close(), account).update()));
        }
        var records = records();
        var statements = new AtomicInteger();
        var effects = Objects.requireNonNull(organisation.asSystem(() ->
                transactions.execute(status -> new NoteEffects(counted(statements)).of(note(book.close(), records)))));
        assertThat(statements).hasValue(1);
        assertThat(effects)
                .hasSize(207)
                .extracting(
                        Effect::account,
                        effect -> plain(effect.before()),
                        effect -> plain(effect.after()),
                        effect -> plain(effect.change()))
                .startsWith(
                        tuple("A1", "100", "130", "30"),
                        tuple("A2", "100", "127", "27"),
                        tuple("A3", "100", "0", "-100"),
                        tuple("A4", "none", "0", "0"),
                        tuple("A5", "none", "65", "65"),
                        tuple("A6", "none", "67", "67"),
                        tuple("A7", "none", "60", "60"),
                        tuple("B0", "none", "1", "1"));
    }

    private static List<LatePosting> records() {
        return Stream.concat(
                        Stream.of(
                                said("A1", 2, 130, NOVEMBER.plusSeconds(9), "ACTIVE"),
                                said("A1", 3, 120, NOVEMBER, "ACTIVE"),
                                changed("A2", 4, 20),
                                changed("A2", 5, 7),
                                changed("A3", 6, -100),
                                said("A4", 7, 40, NOVEMBER, "PAUSED"),
                                said("A5", 8, 60, NOVEMBER.minusSeconds(9), "ACTIVE"),
                                changed("A5", 9, 5),
                                said("A6", 300, 60, NOVEMBER, "ACTIVE"),
                                changed("A6", 301, 7),
                                changed("A7", 302, 7),
                                said("A7", 303, 60, NOVEMBER, "ACTIVE")),
                        IntStream.range(0, 200).mapToObj(i -> said("B" + i, 10 + i, 1, NOVEMBER, "ACTIVE")))
                .toList();
    }

    private static String plain(@Nullable BigDecimal amount) {
        return amount == null ? "none" : amount.stripTrailingZeros().toPlainString();
    }

    private static LatePosting said(String account, long line, int amount, Instant at, String status) {
        return posting(account, line, amount, false, at, status);
    }

    private static LatePosting changed(String account, long line, int amount) {
        return posting(account, line, amount, true, NOVEMBER, "ACTIVE");
    }

    private static LatePosting posting(
            String account, long line, int amount, boolean isChange, Instant at, String status) {
        return new LatePosting(
                SourceKind.BILLING,
                "2026-10",
                1,
                "billing.csv",
                line,
                account,
                new LatePosting.Stream("S", ""),
                null,
                BigDecimal.valueOf(amount),
                isChange,
                "USD",
                status,
                "posted_at",
                at.toString(),
                at,
                "2026-11",
                null,
                null);
    }

    private static BackPostingNote note(long close, List<LatePosting> records) {
        return new BackPostingNote(
                1,
                close,
                "2026-10",
                BackPostingNote.State.AWAITING_APPROVAL,
                "Signed",
                "Late",
                records,
                "{}",
                "0".repeat(64),
                "analyst",
                NOVEMBER,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The same database, counting statements. */
    private JdbcClient counted(AtomicInteger statements) {
        return (JdbcClient) Proxy.newProxyInstance(
                JdbcClient.class.getClassLoader(), new Class<?>[] {JdbcClient.class}, (proxy, method, arguments) -> {
                    statements.incrementAndGet();
                    try {
                        return method.invoke(jdbc, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getTargetException();
                    }
                });
    }
}
