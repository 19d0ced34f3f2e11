package dev.tieout.backpostings.internal;

import dev.tieout.backpostings.BackPostingNote;
import dev.tieout.backpostings.BackPostings.Effect;
import dev.tieout.sources.LatePosting;
import dev.tieout.sources.LatePosting.Stream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a note does to the lines of its close. */
@Component
class NoteEffects {

    private static final String STANDS = """
            select recognised_mrr(b.mrr, b.status, p.pause) as mrr
            from billing_row b
            join close c on c.id = b.close_id
            join metric_policy p on p.organisation = c.organisation and p.version = c.policy_version
            where b.close_id = :close and b.account = :account and b.subscription = :subscription and b.product = :product
            """;

    private static final String RECOGNISED = """
            select recognised_mrr(:amount, :status, p.pause)
            from close c join metric_policy p on p.organisation = c.organisation and p.version = c.policy_version
            where c.id = :close
            """;

    private final JdbcClient jdbc;

    NoteEffects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Effect> of(BackPostingNote note) {
        var byLine = new LinkedHashMap<Map.Entry<String, Stream>, List<LatePosting>>();
        var effects = new ArrayList<Effect>();
        for (var record : note.records()) {
            var stream = record.stream();
            if (stream == null) {
                effects.add(new Effect(
                        record.account(),
                        "Ledger entry " + record.entry(),
                        null,
                        null,
                        record.amount(),
                        record.currency()));
            } else {
                byLine.computeIfAbsent(Map.entry(record.account(), stream), line -> new ArrayList<>())
                        .add(record);
            }
        }
        byLine.forEach((line, records) -> effects.add(ofLine(note.closeId(), line.getValue(), records)));
        return effects;
    }

    private Effect ofLine(long closeId, Stream stream, List<LatePosting> records) {
        var latest = records.stream()
                .max(Comparator.comparing(record -> Objects.requireNonNullElse(record.at(), Instant.EPOCH)))
                .orElseThrow();
        var before = standing(closeId, latest.account(), stream);
        boolean changes = records.stream().allMatch(LatePosting::isChange);
        var said = changes
                ? records.stream()
                        .map(LatePosting::amount)
                        .reduce(before.orElse(BigDecimal.ZERO), BigDecimal::add)
                        .max(BigDecimal.ZERO)
                : latest.amount();
        var after = recognised(closeId, said, Objects.requireNonNullElse(latest.status(), "ACTIVE"));
        return new Effect(
                latest.account(),
                stream.subscription().isEmpty() ? stream.product() : stream.subscription() + " / " + stream.product(),
                before.orElse(null),
                after,
                after.subtract(before.orElse(BigDecimal.ZERO)),
                latest.currency());
    }

    private Optional<BigDecimal> standing(long closeId, String account, Stream stream) {
        return jdbc.sql(STANDS)
                .param("close", closeId)
                .param("account", account)
                .param("subscription", stream.subscription())
                .param("product", stream.product())
                .query(BigDecimal.class)
                .optional();
    }

    private BigDecimal recognised(long closeId, BigDecimal amount, String status) {
        return jdbc.sql(RECOGNISED)
                .param("amount", amount)
                .param("status", status)
                .param("close", closeId)
                .query(BigDecimal.class)
                .single();
    }
}
