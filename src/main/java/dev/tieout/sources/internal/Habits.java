package dev.tieout.sources.internal;

import dev.tieout.sources.SourceKind;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** By which profiles an organisation's files come in. */
@Component
class Habits {

    /** The profile of the last file of each kind that somebody brought; what the product itself keeps a receipt for is no file. */
    private static final String LAST_USED = """
            select distinct on (kind) kind, profile, imported_at from source
            where state = 'ACCEPTED' and profile not in ('correction-note', 'late-postings', 'back-posting-note')
            order by kind, imported_at desc, id desc
            """;

    private final JdbcClient jdbc;
    private final OwnProfiles own;

    Habits(JdbcClient jdbc, OwnProfiles own) {
        this.jdbc = jdbc;
        this.own = own;
    }

    Map<SourceKind, String> byKind() {
        var since = new EnumMap<SourceKind, Instant>(SourceKind.class);
        var habits = new EnumMap<SourceKind, String>(SourceKind.class);
        RowCallbackHandler each = row -> {
            var kind = SourceKind.valueOf(row.getString("kind"));
            habits.put(kind, row.getString("profile"));
            since.put(kind, row.getTimestamp("imported_at").toInstant());
        };
        jdbc.sql(LAST_USED).query(each);
        for (var kept : own.latest()) {
            for (var kind : kept.profile().kinds()) {
                if (kept.savedAt().isAfter(since.getOrDefault(kind, Instant.MIN))) {
                    habits.put(kind, kept.profile().name());
                    since.put(kind, kept.savedAt());
                }
            }
        }
        return habits;
    }

    /** The product's own form of a file. */
    static String generic(SourceKind kind) {
        return switch (kind) {
            case OPENING, BILLING -> "generic-snapshot";
            case LEDGER -> "generic-ledger";
            case RETAINED -> "generic-retained";
            case ACCOUNTS -> "generic-accounts";
            case RATES -> "generic-rates";
            case MIGRATION -> "generic-migration";
        };
    }
}
