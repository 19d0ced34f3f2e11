package dev.tieout.exports;

import dev.tieout.terms.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The share links of the current organisation. */
public interface ShareLinks {

    /** The longest that a link opens, in days. */
    int LONGEST_DAYS = 90;

    /** The longest note, in characters. */
    int LONGEST_NOTE = 300;

    /**
     * Makes a link to a version. For controllers; audited.
     *
     * @param version null for the latest as of now: the link stays with that version
     * @param days from 1 to {@link #LONGEST_DAYS}, of 24 hours each
     * @param note whom it is for; not empty
     * @return the link with its token, which is told this once and kept nowhere
     */
    Made make(long closeId, @Nullable Integer version, int days, String note);

    /** All links to a close's versions, newest first, also those that no longer open. */
    List<ShareLink> of(long closeId);

    /**
     * Ends a link at once. For controllers; audited. Revoking it again changes nothing.
     *
     * @throws NoSuchLink when this organisation has none with that id
     */
    ShareLink revoke(long id);

    /** A new link and the secret that opens it. */
    record Made(ShareLink link, String token) {

        /** Where it opens, below the address of this installation. */
        public String path() {
            return "/share/" + token;
        }
    }

    /** Days or note are not as a link needs them. */
    final class ImpossibleLink extends Refusal {
        public ImpossibleLink(String sentence) {
            super(Kind.INVALID, "impossible-share-link", sentence);
        }
    }

    /** No such link here. */
    final class NoSuchLink extends Refusal {
        public NoSuchLink(long id) {
            super(Kind.MISSING, "no-such-share-link", "There is no share link " + id + ".");
        }
    }
}
