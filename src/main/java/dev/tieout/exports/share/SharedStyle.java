package dev.tieout.exports.share;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The look of a shared page, in the page itself, and the policy that lets exactly this style in and nothing else. */
final class SharedStyle {

    private static final String CSS = """
            :root { color-scheme: light; }
            body { margin: 0; background: #f5f6f8; color: #1d2733; font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif; }
            main { max-width: 960px; margin: 0 auto; padding: 32px 24px 56px; }
            h1 { font-size: 27px; line-height: 1.25; margin: 4px 0 2px; letter-spacing: -0.01em; }
            h2 { font-size: 16px; margin: 0 0 10px; }
            p { margin: 0 0 6px; }
            section { background: #fff; border: 1px solid #dfe3e8; border-radius: 10px; padding: 18px 22px; margin-top: 18px; }
            .head { display: flex; justify-content: space-between; align-items: center; gap: 16px; }
            .organisation { color: #1f4e79; font-weight: 650; }
            .quiet { color: #55606e; }
            .small { font-size: 13px; }
            .tag { padding: 2px 11px; border-radius: 999px; font-size: 13px; font-weight: 620; }
            .provisional { background: #fdf1dc; color: #7a4b00; }
            .final { background: #e6f3ea; color: #1b6b3a; }
            .restated { background: #dbe8f4; color: #1f4e79; }
            .callout { border-left: 4px solid #7a4b00; background: #fdf1dc; color: #3d2c08; padding: 12px 16px; border-radius: 4px; margin-top: 14px; }
            .callout.restated { border-color: #1f4e79; background: #dbe8f4; color: #14344f; }
            .callout.loud { font-size: 17px; font-weight: 620; }
            .callout p:last-child { margin: 0; }
            .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(220px, 1fr)); gap: 20px 28px; }
            .figure { font-size: 36px; line-height: 1.15; font-weight: 680; color: #1f4e79; letter-spacing: -0.02em; margin: 2px 0; }
            .range { color: #7a4b00; font-weight: 620; }
            .frame { overflow-x: auto; }
            table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
            caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
            th, td { padding: 6px 0 6px 16px; border-bottom: 1px solid #eef0f3; text-align: right; white-space: nowrap; font-weight: 400; }
            th:first-child, td:first-child { text-align: left; padding-left: 0; white-space: normal; }
            thead th { color: #55606e; font-size: 13px; border-bottom-color: #cfd6dd; }
            tr.total th, tr.total td { font-weight: 650; border-top: 1px solid #9aa5b1; border-bottom: 0; }
            svg { width: 100%; height: auto; display: block; }
            .downloads a { display: inline-block; margin: 4px 12px 4px 0; padding: 7px 16px; border-radius: 8px; background: #1f4e79; color: #fff; text-decoration: none; font-weight: 560; }
            .downloads a:focus-visible { outline: 3px solid #6f93b5; outline-offset: 2px; }
            footer { margin-top: 22px; overflow-wrap: anywhere; }
            @media print { body { background: #fff; } section { border: 0; padding: 0; break-inside: avoid; } .downloads { display: none; } }
            """;

    static final String POLICY = "default-src 'none'; style-src 'sha256-" + hash()
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private SharedStyle() {}

    /** What stands in the page, to the letter: the policy names its hash. */
    static String css() {
        return CSS;
    }

    private static String hash() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(CSS.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
