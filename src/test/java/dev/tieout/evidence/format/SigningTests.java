package dev.tieout.evidence.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.InvalidKeySpecException;
import org.junit.jupiter.api.Test;

class SigningTests {

    private final byte[] manifest = "{}\n".getBytes(UTF_8);

    @Test
    void a_signature_holds_for_its_manifest_and_key_only() throws GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var signature = Signing.sign(manifest, pair.getPrivate());
        assertThat(signature).hasSize(128);
        assertThat(Signing.verify(manifest, signature, pair.getPublic())).isTrue();
        assertThat(Signing.verify("{} ".getBytes(UTF_8), signature, pair.getPublic()))
                .isFalse();
        assertThat(Signing.verify(manifest, signature, other.getPublic())).isFalse();
    }

    @Test
    void no_other_writing_of_a_signature_passes() throws GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var hex = new String(Signing.sign(manifest, pair.getPrivate()), UTF_8);
        assertThat(Signing.verify(manifest, (hex + "\n").getBytes(UTF_8), pair.getPublic()))
                .isFalse();
        assertThat(Signing.verify(manifest, ("A" + hex.substring(1)).getBytes(UTF_8), pair.getPublic()))
                .isFalse();
    }

    @Test
    void a_key_reads_back_from_pem_and_from_the_manifest() throws GeneralSecurityException {
        var key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
        assertThat(Signing.fromPem(Signing.pem(key))).isEqualTo(key);
        assertThat(Signing.key(Signing.signer(key))).isEqualTo(key);
        assertThat(Signing.signer(key).fingerprint()).hasSize(64);
    }

    @Test
    void what_is_no_public_key_is_refused() {
        assertThatExceptionOfType(InvalidKeySpecException.class).isThrownBy(() -> Signing.fromPem("none"));
    }
}
