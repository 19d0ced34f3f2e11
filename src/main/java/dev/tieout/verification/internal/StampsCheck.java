package dev.tieout.verification.internal;

import dev.tieout.evidence.format.CanonicalJson;
import dev.tieout.evidence.format.Hashes;
import dev.tieout.evidence.format.PackFile;
import dev.tieout.publication.Publication;
import dev.tieout.publication.Publication.Stamps;
import dev.tieout.terms.Period;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What the version is stamped with is what the pack holds: the rule tables, the policy, who signed, and the same stamps everywhere. */
final class StampsCheck implements Check {

    @Override
    public String name() {
        return "stamps";
    }

    @Override
    public String perform(Pack pack) throws IOException {
        var published = pack.publication();
        checkWritten(pack, PackFile.PUBLICATION, CanonicalJson.bytes(published));
        checkWritten(pack, PackFile.POLICY, CanonicalJson.bytes(pack.policy()));
        var stamps = published.publication().stamps();
        var kept = CanonicalJson.read(published.stampsText().getBytes(StandardCharsets.UTF_8), Stamps.class);
        expect("stampsText", CanonicalJson.line(kept), CanonicalJson.line(stamps));
        expect("publishedAt", stamps.publishedAt(), published.publication().publishedAt());
        checkRules(pack, stamps);
        checkPolicy(pack, published.publication());
        checkPeriod(pack);
        return Words.count(stamps.rules().size(), "rule table") + ", policy version " + stamps.policy()
                + (published.publication().version() > 1
                        ? ", version " + published.publication().version()
                        : "");
    }

    private static void checkWritten(Pack pack, PackFile file, byte[] canonical) throws IOException {
        if (!Arrays.equals(canonical, pack.whole(file.path()))) {
            throw Difference.damage(file.path() + " is not written in its canonical form.");
        }
    }

    private static void checkRules(Pack pack, Stamps stamps) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        for (var table : stamps.rules().keySet()) {
            hashes.put(table, Hashes.sha256(pack.whole(PackFile.rules(table))));
        }
        expect("stamps, ruleHashes", hashes, new TreeMap<>(stamps.ruleHashes()));
    }

    private static void checkPolicy(Pack pack, Publication publication) throws IOException {
        var policy = pack.policy();
        var choices = policy.choices();
        expect("stamps, policy", policy.version(), publication.stamps().policy());
        expect(
                "stamps, reactivationInNrr",
                choices.reactivationInNrr(),
                publication.stamps().reactivationInNrr());
        expect("currency", choices.reportingCurrency(), publication.currency());
    }

    private static void checkPeriod(Pack pack) throws IOException {
        var close = pack.publication().close();
        var choices = pack.policy().choices();
        var period = Period.parse(pack.publication().publication().period());
        expect("close, startsOn", period.start(), close.startsOn());
        expect("close, endsOn", period.end(), close.endsOn());
        expect("close, cutoff", choices.cutoff(period), close.cutoff());
        expect("period length", choices.periodLength(), period.length());
    }

    private static void expect(String column, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw Difference.of(PackFile.PUBLICATION.path(), "", column, expected, found);
        }
    }
}
