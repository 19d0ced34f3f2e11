package dev.tieout.rules;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a table, without its rows.
 *
 * @param table its name, as in {@link PinnedTable}
 * @param title its name for people
 * @param sha256 of the content as kept, lower-case hexadecimal; equal content has an equal hash
 * @param effectiveFrom the first period that it applies to, as text; null for every period
 * @param approvedBy null until someone has
 * @param basedOn the version whose rows it began with; null for the shipped one and for uploads
 * @param editors everyone who wrote in it: none of them approves it
 * @param submittedAt null for drafts and for the shipped version
 * @param decidedBy who approved or rejected it
 * @param decisionComment what they said to it
 * @param edition counts its changes; hand it back with a step, which is refused when it is no longer what you have seen
 */
public record RuleTableVersion(
        String table,
        String title,
        int version,
        State state,
        String sha256,
        String comment,
        @Nullable String effectiveFrom,
        String createdBy,
        Instant createdAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable Integer basedOn,
        List<String> editors,
        @Nullable Instant submittedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionComment,
        long edition) {

    public RuleTableVersion {
        editors = List.copyOf(editors);
    }

    public PinnedTable pinned() {
        return new PinnedTable(table, version);
    }

    /** Where a version stands. Its content never changes once it has left DRAFT. */
    public enum State {
        DRAFT,
        /** A draft thrown away. It stays for the trail and stands in no list. */
        DISCARDED,
        IN_REVIEW,
        APPROVED,
        REJECTED,
        RETIRED
    }
}
