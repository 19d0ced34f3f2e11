package dev.tieout.corrections.internal;

import dev.tieout.corrections.Correction;
import dev.tieout.publication.AppliedCorrections;
import dev.tieout.publication.Publication;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The notes behind a restated version, for its stamps. */
@Component
class StampedCorrections implements AppliedCorrections {

    private final CorrectionRecords records;

    StampedCorrections(CorrectionRecords records) {
        this.records = records;
    }

    @Override
    public List<Publication.Correction> of(long closeId) {
        return records.behind(closeId).stream().map(StampedCorrections::stamp).toList();
    }

    /** In a rehearsal nobody has approved yet; what is stamped then is taken back. */
    private static Publication.Correction stamp(Correction correction) {
        return new Publication.Correction(
                correction.id(),
                correction.period(),
                correction.comment(),
                correction.raisedBy(),
                Objects.requireNonNullElse(correction.decidedBy(), ""),
                Objects.requireNonNullElse(correction.decidedAt(), correction.raisedAt()));
    }
}
