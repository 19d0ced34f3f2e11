package dev.tieout.backtest.internal;

import dev.tieout.backtest.PublishedPeriod;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** What a test is run on, as a name: with any of it other, the test is outdated. */
final class Basis {

    /** To be raised with every change of what comes out of the same version and periods; tests done before are then outdated. */
    private static final int CALCULATION = 2;

    private Basis() {}

    /**
     * SHA-256 over the calculation, the publications and what else is read.
     *
     * @param beside as {@link Tester#readsBeside} tells it
     */
    static String of(List<PublishedPeriod> published, String beside) {
        var text = CALCULATION
                + "/"
                + published.stream()
                        .map(period -> Long.toString(period.publication()))
                        .collect(Collectors.joining(","))
                + beside;
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
