package dev.tieout.publication;

import dev.tieout.publication.Publication.Status;
import dev.tieout.publication.Report.View;
import dev.tieout.terms.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The published versions of the current organisation's closes. */
public interface Publications {

    /**
     * Publishes the next version from the figures as computed last, with all stamps, in one transaction. FINAL is decided by the
     * {@link #gate} and by nothing else: a request for FINAL while any check is open is refused. PROVISIONAL needs the fixed cohort,
     * current figures and a standing classification sign-off, and is refused once a version is final. RESTATED follows a final version
     * and nothing else, only while an approved correction is being applied, whose approval stands in for new sign-offs. Publishing what
     * was published last (same status, close revision, figures and open variances) returns that version. For controllers; the process
     * does it itself.
     *
     * @throws GateClosed with every check in the way, in words
     */
    Publication publish(long closeId, Status status);

    /** What has to hold before a report of the close is final, checked now against everything that is kept. */
    Gate gate(long closeId);

    /** Versions of a close, oldest first. */
    List<Publication> of(long closeId);

    Optional<Publication> latest(long closeId);

    /**
     * A version's report.
     *
     * @param version null for the latest
     * @param dimension empty for none; any attribute that the movements carry
     * @throws NotPublished when there is no such version
     * @throws NoSuchDimension when no movement of it carries that attribute
     */
    Report report(long closeId, @Nullable Integer version, View view, String dimension);

    /**
     * What one version says otherwise than another, in total. For two versions of any order.
     *
     * @throws NotPublished when either does not exist
     */
    VersionDifference difference(long closeId, int from, int to);

    /**
     * The movements that differ between two versions in opening, closing, class, reason or exclusion, by account and line.
     *
     * @param cursor what {@link AccountDifferences#next} said; null for the first page
     */
    AccountDifferences differences(long closeId, int from, int to, @Nullable String cursor, int limit);

    /** Hands on every movement that differs, by account and line, without holding them all. */
    void eachDifference(long closeId, int from, int to, Consumer<AccountDifference> reader);

    /**
     * A page of differences.
     *
     * @param next the cursor for the next page, or null on the last
     */
    record AccountDifferences(
            List<AccountDifference> items, @Nullable String next) {

        public AccountDifferences {
            items = List.copyOf(items);
        }
    }

    /** The text is no cursor of ours. */
    final class MalformedCursor extends Refusal {
        public MalformedCursor(String text) {
            super(
                    Kind.INVALID,
                    "malformed-cursor",
                    "“" + text + "” is no cursor; take the one that a page gave as next.");
        }
    }

    /** No such version. */
    final class NotPublished extends Refusal {
        public NotPublished(String sentence) {
            super(Kind.MISSING, "not-published", sentence);
        }
    }

    /** No movement of the version carries the attribute. */
    final class NoSuchDimension extends Refusal {
        public NoSuchDimension(String dimension) {
            super(Kind.INVALID, "no-such-dimension", "No account carries an attribute “" + dimension + "”.");
        }
    }

    /** Publication is refused for now. */
    final class GateClosed extends Refusal {
        public GateClosed(List<Gate.Check> inTheWay) {
            this(inTheWay.stream()
                    .map(check -> check.title() + ": " + check.sentence())
                    .collect(Collectors.joining(" ")));
        }

        public GateClosed(String sentence) {
            super(Kind.CONFLICT, "publish-gate-closed", sentence);
        }
    }
}
