package dev.tieout.evidence.internal;

import dev.tieout.terms.Refusal;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The installation cannot sign: who runs it has to look at the file. */
final class SigningKeyUnusable extends Refusal {

    SigningKeyUnusable(Path file, String fact, @Nullable Throwable cause) {
        super(
                Kind.CONFLICT,
                "signing-key-unusable",
                "Evidence packs cannot be signed: the key file " + file + " " + fact
                        + ". Whoever runs this installation can name another with tieout.evidence.key.");
        if (cause != null) {
            initCause(cause);
        }
    }
}
