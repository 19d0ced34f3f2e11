package dev.tieout.backpostings.internal;

import dev.tieout.backpostings.BackPostingNote;
import dev.tieout.publication.UndecidedNotes;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the publish gate which notes are not settled. */
@Component
class GateNotes implements UndecidedNotes {

    private final NoteRecords records;

    GateNotes(NoteRecords records) {
        this.records = records;
    }

    @Override
    public List<Long> of(long closeId) {
        return records.of(closeId).reversed().stream()
                .filter(note -> note.state().isOpen())
                .map(BackPostingNote::id)
                .toList();
    }
}
