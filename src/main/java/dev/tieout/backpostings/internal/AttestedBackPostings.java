package dev.tieout.backpostings.internal;

import dev.tieout.backpostings.BackPostingNote;
import dev.tieout.backpostings.BackPostingNote.State;
import dev.tieout.evidence.Attested;
import dev.tieout.evidence.format.PackFile;
import dev.tieout.publication.Publication;
import dev.tieout.sources.LatePosting;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The notes in evidence packs: every one that was carried out before a version. Such a note never changes. */
@Component
class AttestedBackPostings implements Attested {

    private final NoteRecords records;

    AttestedBackPostings(NoteRecords records) {
        this.records = records;
    }

    @Override
    public PackFile file() {
        return PackFile.BACK_POSTINGS;
    }

    @Override
    public List<?> records(Publication version) {
        return records.of(version.closeId()).reversed().stream()
                .filter(note -> note.state() == State.APPLIED)
                .filter(note -> !Objects.requireNonNull(note.appliedAt()).isAfter(version.publishedAt()))
                .map(Attests::of)
                .toList();
    }

    /** A note as it stands in a pack. */
    record Attests(
            long id,
            String period,
            String reason,
            String policyClause,
            List<LatePosting> records,
            String sha256,
            String raisedBy,
            Instant raisedAt,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt,
            @Nullable String comment,
            @Nullable Instant appliedAt) {

        static Attests of(BackPostingNote note) {
            return new Attests(
                    note.id(),
                    note.period(),
                    note.reason(),
                    note.policyClause(),
                    note.records(),
                    note.sha256(),
                    note.raisedBy(),
                    note.raisedAt(),
                    note.decidedBy(),
                    note.decidedAt(),
                    note.decisionComment(),
                    note.appliedAt());
        }
    }
}
