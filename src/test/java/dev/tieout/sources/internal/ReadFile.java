package dev.tieout.sources.internal;

import dev.tieout.sources.SourceKind;
import dev.tieout.terms.AccountStatus;
import dev.tieout.terms.Period;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A file read for October 2026 in Berlin, without a database. */
record ReadFile(SourceFile.Measure measure, List<StagedRow> rows) {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final Instant CUTOFF = Instant.parse("2026-10-31T23:00:00Z");

    static ReadFile of(SourceKind kind, String profile, String text) {
        return of(kind, profile, text.getBytes(StandardCharsets.UTF_8));
    }

    static ReadFile of(SourceKind kind, String profile, byte[] body) {
        return of(kind, profile, body, 10_000_000);
    }

    static ReadFile of(SourceKind kind, String profile, byte[] body, long limit) {
        var statuses = Map.of("active", AccountStatus.ACTIVE, "on_hold", AccountStatus.PAUSED);
        var context = new ImportContext(kind, Period.parse("2026-10"), CUTOFF, BERLIN, "USD", statuses);
        var rows = new ArrayList<StagedRow>();
        var file = new SourceFile(Reading.of(context, profile(profile, kind)), limit);
        return new ReadFile(file.read(new ByteArrayInputStream(body), rows::add), rows);
    }

    /** A billing snapshot of the required columns and those rows. */
    static ReadFile billing(String... rows) {
        return of(
                SourceKind.BILLING,
                "generic-snapshot",
                "account_id,period,mrr,currency,status,posted_at\n" + String.join("\n", rows) + "\n");
    }

    StagedRow row() {
        return rows.getFirst();
    }

    List<String> reasons() {
        return row().problems().stream().map(Problem::reason).toList();
    }

    static Profile profile(String name, SourceKind kind) {
        try {
            return new BuiltInProfiles(new ProfileText())
                    .named(name)
                    .filter(profile -> profile.kinds().contains(kind))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
