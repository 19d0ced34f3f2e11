package dev.tieout.evidence.format;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Ed25519 (RFC 8032) over the manifest's bytes, as the JDK does it. */
public final class Signing {

    public static final String ALGORITHM = "Ed25519";

    /** A signature as it stands in the pack: 128 lower-case hex digits and nothing else, not even a line end. */
    private static final Pattern SIGNATURE = Pattern.compile("[0-9a-f]{128}");

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----\\s*");

    private Signing() {}

    /** The signature as it is written to {@code manifest.sig}. */
    public static byte[] sign(byte[] manifest, PrivateKey key) throws GeneralSecurityException {
        var signature = Signature.getInstance(ALGORITHM);
        signature.initSign(key);
        signature.update(manifest);
        return HexFormat.of().formatHex(signature.sign()).getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether {@code manifest.sig} holds that key's signature of the manifest. */
    public static boolean verify(byte[] manifest, byte[] signatureFile, PublicKey key) {
        var hex = new String(signatureFile, StandardCharsets.ISO_8859_1);
        if (!SIGNATURE.matcher(hex).matches()) {
            return false;
        }
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(manifest);
            return signature.verify(HexFormat.of().parseHex(hex));
        } catch (GeneralSecurityException refused) {
            return false;
        }
    }

    public static Manifest.Signer signer(PublicKey key) {
        return new Manifest.Signer(ALGORITHM, HexFormat.of().formatHex(key.getEncoded()), fingerprint(key));
    }

    /** SHA-256 of the key's X.509 form, in hex: what two people compare over the telephone. */
    public static String fingerprint(PublicKey key) {
        return Hashes.sha256(key.getEncoded());
    }

    /**
     * The key that a manifest names.
     *
     * @throws InvalidKeySpecException when it is none
     */
    public static PublicKey key(Manifest.Signer signer) throws InvalidKeySpecException {
        try {
            return decoded(HexFormat.of().parseHex(signer.publicKey()));
        } catch (IllegalArgumentException noHex) {
            throw new InvalidKeySpecException("the public key is not in hex", noHex);
        }
    }

    /** PEM, as openssl reads and writes it. */
    public static String pem(PublicKey key) {
        var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
    }

    /**
     * A public key from PEM.
     *
     * @throws InvalidKeySpecException when the text holds no Ed25519 public key
     */
    public static PublicKey fromPem(String pem) throws InvalidKeySpecException {
        var matcher = PEM.matcher(pem);
        if (!matcher.find()) {
            throw new InvalidKeySpecException("there is no PEM public key in it");
        }
        try {
            return decoded(Base64.getMimeDecoder().decode(matcher.group(1)));
        } catch (IllegalArgumentException noBase64) {
            throw new InvalidKeySpecException("the PEM text is damaged", noBase64);
        }
    }

    private static PublicKey decoded(byte[] spki) throws InvalidKeySpecException {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(spki));
        } catch (InvalidKeySpecException none) {
            throw none;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
