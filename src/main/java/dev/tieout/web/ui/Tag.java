package dev.tieout.web.ui;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** A state in a word, with a tone. The word alone tells everything; colour only helps the eye. */
public final class Tag extends Span {

    /** What the state means for the reader. */
    public enum Tone {
        NEUTRAL,
        GOOD,
        ATTENTION,
        BAD
    }

    public Tag(String word, Tone tone) {
        super(word);
        addClassNames("tag", tone.name().toLowerCase(Locale.ROOT));
    }
}
