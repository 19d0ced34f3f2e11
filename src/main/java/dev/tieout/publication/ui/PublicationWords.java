package dev.tieout.publication.ui;

import dev.tieout.publication.Publication;
import dev.tieout.terms.Ratio;
import dev.tieout.web.ui.Tag;
import dev.tieout.web.ui.Tag.Tone;
import dev.tieout.web.ui.Words;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What screens say of a publication. */
public final class PublicationWords {

    private PublicationWords() {}

    public static Tag tag(Publication.Status status) {
        return new Tag(
                Words.of(status),
                switch (status) {
                    case PROVISIONAL -> Tone.ATTENTION;
                    case FINAL -> Tone.GOOD;
                    case RESTATED -> Tone.NEUTRAL;
                });
    }

    /** NRR in the worst and best case; empty when nothing is open. */
    public static Optional<String> nrrRange(Publication publication) {
        return range(publication, publication.nrrLow(), publication.nrrHigh());
    }

    /** GRR likewise. */
    public static Optional<String> grrRange(Publication publication) {
        return range(publication, publication.grrLow(), publication.grrHigh());
    }

    private static Optional<String> range(
            Publication publication, @Nullable BigDecimal low, @Nullable BigDecimal high) {
        return publication.openVariances() == 0 || low == null || high == null
                ? Optional.empty()
                : Optional.of(percent(low) + " to " + percent(high));
    }

    /** The range is kept with six decimals, and no more is known of it. */
    private static String percent(BigDecimal decimal) {
        return new Ratio(decimal, BigDecimal.ONE).percent();
    }
}
