package dev.tieout.backpostings.ui;

import com.vaadin.flow.component.Component;
import dev.tieout.backpostings.BackPostingNote;
import dev.tieout.backpostings.BackPostings;
import dev.tieout.backpostings.BackPostings.NoSuchNote;
import dev.tieout.closing.Close;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.sources.LatePostings;
import dev.tieout.tasks.Task;
import dev.tieout.web.ui.Format;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/** Makes the parts about late postings for the views of other features. */
@org.springframework.stereotype.Component
public class BackPostingPanels {

    private final LatePostings late;
    private final BackPostings notes;
    private final CurrentActor currentActor;
    private final ObjectProvider<Format> formats;

    BackPostingPanels(
            LatePostings late, BackPostings notes, CurrentActor currentActor, ObjectProvider<Format> formats) {
        this.late = late;
        this.notes = notes;
        this.currentActor = currentActor;
        this.formats = formats;
    }

    /** The late postings of a close and the notes about them, with the way to raise one for those who may. */
    public Component list(Close close) {
        var person = currentActor.get();
        boolean may = close.isChangeable() && (person.has(Role.ANALYST) || person.has(Role.CONTROLLER));
        return new LatePostingsPanel(late, notes, close, formats.getObject(), may);
    }

    /** What a person decides about in a task. */
    public List<Component> of(Task task) {
        var subject = task.subject();
        if (subject == null) {
            throw new NoSuchNote("of “" + task.title() + "”");
        }
        return sheet(notes.note(BackPostingNote.idOf(subject)));
    }

    /** Note, records and what they change. */
    List<Component> sheet(BackPostingNote note) {
        return new NoteSheet(note, notes.effect(note), formats.getObject()).parts();
    }
}
