package dev.tieout.evidence.format;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a pack says of itself; {@code manifest.json} holds it as {@link CanonicalJson}, {@code manifest.sig} its signature.
 *
 * @param files every file but the manifest and its signature, in the order of the pack
 * @param status PROVISIONAL, FINAL or RESTATED
 * @param build version and time of the build of Tieout that published the version
 */
public record Manifest(
        String format,
        String organisation,
        String period,
        int version,
        String status,
        Instant publishedAt,
        String build,
        List<Item> files,
        Signer signer) {

    public static final String FORMAT = "tieout-evidence/1";
    public static final String PATH = "manifest.json";
    public static final String SIGNATURE_PATH = "manifest.sig";

    /**
     * The parameter of {@link PackFile#TOTALS} that says how the tie-out took billing: {@link #AFTER_DISCOUNTS} whatever the policy counts.
     * Versions that were compared before there was that rule do not have it: there billing is what the policy counts.
     */
    public static final String BILLING = "billing";

    public static final String AFTER_DISCOUNTS = "after discounts";

    /**
     * One file.
     *
     * @param sha256 of its content, {@code bytes} long
     * @param storedSha256 of its deflated bytes in the zip, {@code storedBytes} long
     * @param source where its content was read from, in words
     * @param logic what was done with it, in one sentence
     * @param parameters values that the logic used
     * @param rows data rows of a table; null for what is none
     * @param sums exact sums of its summed columns, as plain decimals; over all currencies together, for comparison only
     */
    public record Item(
            String path,
            String sha256,
            long bytes,
            String storedSha256,
            long storedBytes,
            String source,
            String logic,
            Map<String, String> parameters,
            @Nullable Long rows,
            Map<String, String> sums) {}

    /**
     * Whose signature it is.
     *
     * @param publicKey X.509 SubjectPublicKeyInfo in lower-case hex
     * @param fingerprint SHA-256 of those bytes, in hex
     */
    public record Signer(String algorithm, String publicKey, String fingerprint) {}

    public byte[] bytes() {
        return CanonicalJson.bytes(this);
    }

    public static Manifest read(byte[] json) {
        return CanonicalJson.read(json, Manifest.class);
    }
}
