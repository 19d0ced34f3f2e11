package dev.tieout.evidence.internal;

import dev.tieout.evidence.format.Signing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key with which this installation signs its packs: Ed25519, PKCS#8 in PEM, in a file that only our own account may read. Made when it is
 * first needed and none is there; read once.
 */
@Component
class SigningKey {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final Set<PosixFilePermission> OURS = PosixFilePermissions.fromString("rw-------");

    private final Path file;
    private @Nullable KeyPair read;

    SigningKey(@Value("${tieout.evidence.key:${tieout.data:.tieout}/keys/evidence-signing.pem}") Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    /**
     * The key pair.
     *
     * @throws SigningKeyUnusable when the file cannot be read or made, or is no key that a pack may be signed with
     */
    synchronized KeyPair pair() {
        var known = read;
        if (known == null) {
            try {
                create();
                known = keptIn();
            } catch (IOException failure) {
                throw new SigningKeyUnusable(file, "cannot be read or written: " + failure.getMessage(), failure);
            }
            read = known;
        }
        return known;
    }

    PublicKey publicKey() {
        return pair().getPublic();
    }

    /** Makes the file, whole or not at all; whoever is first wins. */
    private void create() throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.createDirectories(file.getParent());
        var unfinished = Files.createTempFile(file.getParent(), "evidence-signing", ".unfinished", rights());
        try {
            Files.writeString(unfinished, pem(), StandardCharsets.US_ASCII);
            // A link, unlike a move, never replaces a key that another process has made meanwhile.
            Files.createLink(file, unfinished);
        } catch (FileAlreadyExistsException theirs) {
            // Theirs is read.
        } finally {
            Files.delete(unfinished);
        }
    }

    private static FileAttribute<?>[] rights() {
        return isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OURS)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private static String pem() {
        try {
            var encoded = KeyPairGenerator.getInstance(Signing.ALGORITHM)
                    .generateKeyPair()
                    .getPrivate()
                    .getEncoded();
            return "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(encoded)
                    + "\n-----END PRIVATE KEY-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + Signing.ALGORITHM, e);
        }
    }

    private KeyPair keptIn() throws IOException {
        if (isPosix() && !OURS.containsAll(Files.getPosixFilePermissions(file))) {
            throw new SigningKeyUnusable(file, "may be read by other accounts: chmod 600 it, or use another key", null);
        }
        var matcher = PEM.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        if (!matcher.find()) {
            throw new SigningKeyUnusable(file, "holds no private key in PEM", null);
        }
        try {
            var encoded = Base64.getMimeDecoder().decode(matcher.group(1));
            var secret = KeyFactory.getInstance(Signing.ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return withPublicHalf((EdECPrivateKey) secret);
        } catch (GeneralSecurityException | IllegalArgumentException foreign) {
            throw new SigningKeyUnusable(file, "holds no Ed25519 private key", foreign);
        }
    }

    /** PKCS#8 holds the secret half only. The JDK derives the public one while it makes a pair, from the secret that it is given as chance. */
    private static KeyPair withPublicHalf(EdECPrivateKey secret) throws GeneralSecurityException {
        byte[] seed = secret.getBytes().orElseThrow(() -> new GeneralSecurityException("the key has no bytes"));
        var generator = KeyPairGenerator.getInstance(Signing.ALGORITHM);
        generator.initialize(255, new Given(seed));
        var pair = generator.generateKeyPair();
        if (!Signing.verify(seed, Signing.sign(seed, secret), pair.getPublic())) {
            throw new GeneralSecurityException("the public half does not belong to the key");
        }
        return new KeyPair(pair.getPublic(), secret);
    }

    /** Chance that is none. */
    private static final class Given extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final byte[] bytes;

        Given(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] target) {
            System.arraycopy(bytes, 0, target, 0, target.length);
        }
    }
}
