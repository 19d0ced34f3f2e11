package dev.tieout.evidence;

import dev.tieout.publication.Publication;
import dev.tieout.terms.Refusal;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The evidence behind the published versions of the current organisation's closes. For everyone who belongs to it. */
public interface Evidence {

    /**
     * Writes the pack of a version into a temporary file: read in one read-only transaction and never held in memory, signed with this
     * installation's key. The same version gives the same files however often and however late it is asked for. Reading changes nothing
     * and leaves no row in the trail.
     *
     * @param version null for the latest
     * @throws dev.tieout.publication.Publications.NotPublished when there is no such version
     * @throws NothingKept when it was published before evidence was kept
     */
    Pack write(long closeId, @Nullable Integer version);

    /** How large the version's pack was when it was written last, in bytes; empty when it was not since the product started. */
    OptionalLong lastSize(Publication version);

    /** With which key this installation signs. */
    Key key();

    /**
     * The public half of the installation's key.
     *
     * @param pem X.509 in PEM, as openssl reads it
     * @param fingerprint SHA-256 of the key's X.509 form, in hex
     */
    record Key(String algorithm, String pem, String fingerprint) {}

    /** The version was published by a Tieout that kept no evidence yet. */
    final class NothingKept extends Refusal {
        public NothingKept(String period, int version) {
            super(
                    Kind.CONFLICT,
                    "no-evidence-kept",
                    "Version " + version + " of " + period
                            + " was published before Tieout kept evidence; there is no pack of it.");
        }
    }
}
