package dev.tieout.verification.internal;

import dev.tieout.audit.AuditEntry;
import dev.tieout.audit.RowHash;
import dev.tieout.evidence.format.PackFile;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of the audit trail from the opening of the close to this very publication: without a gap, each bound to the one before it by a hash
 * that is worked out again. What stands before the first row cannot be checked here: its hash is the anchor.
 */
final class TrailCheck implements Check {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String name() {
        return "audit trail";
    }

    @Override
    public String perform(Pack pack) throws IOException {
        var about = "close/" + pack.publication().publication().period();
        long rows = 0;
        AuditEntry first = null;
        AuditEntry last = null;
        try (var table = pack.rows(PackFile.AUDIT)) {
            for (var row = table.take(); row != null; row = table.take()) {
                var entry = entry(row);
                checkLink(pack, last, entry, row);
                first = first == null ? entry : first;
                last = entry;
                rows++;
            }
        }
        if (first == null || last == null) {
            throw Difference.damage(PackFile.AUDIT.path() + " has no rows.");
        }
        checkEnds(about, first, last);
        checkPublished(pack, last);
        return Words.count(rows, "row") + " from " + first.seq() + " to " + last.seq() + ", anchor "
                + first.previousHash().substring(0, 12) + "…, head "
                + last.hash().substring(0, 12) + "…";
    }

    private static AuditEntry entry(Row row) {
        return new AuditEntry(
                row.cell("organisation"),
                row.whole("seq"),
                Objects.requireNonNullElse(row.time("at"), Instant.EPOCH),
                row.key("actor"),
                row.key("action"),
                row.key("subject"),
                row.text("before"),
                row.text("after"),
                row.text("why"),
                row.cell("previous_hash"),
                row.cell("hash"));
    }

    private static void checkLink(Pack pack, @Nullable AuditEntry before, AuditEntry entry, Row row)
            throws IOException {
        if (!entry.organisation().equals(pack.publication().organisation())) {
            throw row.difference("organisation", pack.publication().organisation());
        }
        if (before != null && entry.seq() != before.seq() + 1) {
            throw row.difference("seq", before.seq() + 1);
        }
        if (before != null && !entry.previousHash().equals(before.hash())) {
            throw row.difference("previous_hash", before.hash());
        }
        if (entry.previousHash().length() != RowHash.FIRST.length()
                || (entry.seq() == 1 && !entry.previousHash().equals(RowHash.FIRST))) {
            throw row.difference("previous_hash", RowHash.FIRST);
        }
        if (!entry.hash().equals(RowHash.of(entry))) {
            throw row.difference("hash", RowHash.of(entry));
        }
    }

    private static void checkEnds(String about, AuditEntry first, AuditEntry last) {
        expect(first, "action", "close-opened", first.action());
        expect(first, "subject", about, first.subject());
        expect(last, "action", "published", last.action());
        expect(last, "subject", about, last.subject());
    }

    /** What the trail says was published is what this pack publishes. */
    private static void checkPublished(Pack pack, AuditEntry last) throws IOException {
        var publication = pack.publication().publication();
        var said = JSON.readTree(Objects.requireNonNullElse(last.after(), "{}"));
        expect(
                last,
                "after, version",
                publication.version(),
                said.path("version").asInt(0));
        expect(last, "after, status", publication.status().name(), text(said, "status"));
        expect(
                last,
                "after, revision",
                publication.stamps().revision(),
                said.path("revision").asLong(-1));
        expect(last, "after, content", publication.stamps().content(), text(said, "content"));
        expect(
                last,
                "after, openVariances",
                publication.openVariances(),
                said.path("openVariances").asInt(-1));
        expect(last, "after, openVariance", publication.openVariance().stripTrailingZeros(), amount(said));
    }

    private static String text(JsonNode said, String field) {
        return said.path(field).asString("nothing");
    }

    private static Object amount(JsonNode said) {
        var amount = said.path("openVariance");
        return amount.isNumber() ? amount.decimalValue().stripTrailingZeros() : "nothing";
    }

    private static void expect(AuditEntry entry, String column, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw Difference.of(PackFile.AUDIT.path(), "seq " + entry.seq(), column, expected, found);
        }
    }
}
