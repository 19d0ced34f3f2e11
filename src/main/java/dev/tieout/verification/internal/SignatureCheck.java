package dev.tieout.verification.internal;

import dev.tieout.evidence.format.Manifest;
import dev.tieout.evidence.format.Signing;
import java.io.IOException;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import org.jspecify.annotations.Nullable;

/** The manifest is signed by the key that it names, and that key is the one that the reader brought, if any. */
final class SignatureCheck implements Check {

    private final @Nullable PublicKey brought;

    /** @param brought the installation's public key, from somewhere else than the pack; null when the reader has none */
    SignatureCheck(@Nullable PublicKey brought) {
        this.brought = brought;
    }

    @Override
    public String name() {
        return "signature";
    }

    @Override
    public String perform(Pack pack) throws IOException {
        var signer = pack.manifest().signer();
        var named = named(signer);
        if (!Signing.signer(named).equals(signer)) {
            throw Difference.of(Manifest.PATH, "", "signer", Signing.signer(named), signer);
        }
        if (!Signing.verify(pack.whole(Manifest.PATH), pack.whole(Manifest.SIGNATURE_PATH), named)) {
            throw Difference.damage(
                    Manifest.SIGNATURE_PATH + " is not a signature of " + Manifest.PATH + " by the key that it names.");
        }
        if (brought != null && !brought.equals(named)) {
            throw Difference.of(
                    Manifest.PATH, "", "fingerprint of the signer", Signing.fingerprint(brought), signer.fingerprint());
        }
        return "Ed25519 by " + signer.fingerprint()
                + (brought == null ? ", the key in the pack; bring yours with --key" : ", the key that you brought");
    }

    private static PublicKey named(Manifest.Signer signer) {
        try {
            return Signing.key(signer);
        } catch (InvalidKeySpecException none) {
            throw Difference.damage(Manifest.PATH + " names no Ed25519 key as its signer.");
        }
    }
}
