package dev.tieout.publication.internal;

import dev.tieout.publication.Publication;
import dev.tieout.publication.Publication.Correction;
import dev.tieout.publication.Publication.Stamps;
import dev.tieout.publication.VersionDifference.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which stamps two versions do not share, as text. When they were published is left out: it always differs. */
final class DifferingStamps {

    private static final String NONE = "none";

    private DifferingStamps() {}

    static List<Stamp> of(Publication from, Publication to) {
        var all = new ArrayList<Stamp>();
        var before = from.stamps();
        var after = to.stamps();
        all.add(new Stamp("status", word(from), word(to)));
        all.add(new Stamp("policy", "version " + before.policy(), "version " + after.policy()));
        all.add(new Stamp("cohort", before.cohortHash(), after.cohortHash()));
        var tables = new TreeSet<>(before.rules().keySet());
        tables.addAll(after.rules().keySet());
        tables.forEach(table -> all.add(new Stamp(table, rule(before, table), rule(after, table))));
        all.add(new Stamp("sources", sources(before), sources(after)));
        all.add(new Stamp("build", before.build(), after.build()));
        all.add(new Stamp("revision", Long.toString(before.revision()), Long.toString(after.revision())));
        all.add(new Stamp("approvers", approvers(before), approvers(after)));
        all.add(new Stamp("corrections", corrections(before), corrections(after)));
        return all.stream().filter(stamp -> !stamp.from().equals(stamp.to())).toList();
    }

    private static String word(Publication version) {
        return version.status().name().toLowerCase(Locale.ROOT);
    }

    private static String rule(Stamps stamps, String table) {
        var version = stamps.rules().get(table);
        return version == null
                ? NONE
                : "version " + version + ", " + stamps.ruleHashes().getOrDefault(table, "");
    }

    private static String sources(Stamps stamps) {
        return listed(stamps.sources().stream()
                .map(source -> source.kind().toLowerCase(Locale.ROOT) + " " + source.id() + ", " + source.sha256())
                .toList());
    }

    private static String approvers(Stamps stamps) {
        return listed(stamps.approvers().stream()
                .map(approver -> approver.person() + " (" + approver.signed().toLowerCase(Locale.ROOT) + ", "
                        + approver.at() + ")")
                .toList());
    }

    private static String corrections(Stamps stamps) {
        return listed(
                stamps.corrections().stream().map(DifferingStamps::correction).toList());
    }

    private static String correction(Correction correction) {
        return correction.id() + " of " + correction.period() + ": " + correction.reason();
    }

    private static String listed(List<String> parts) {
        return parts.isEmpty() ? NONE : parts.stream().collect(Collectors.joining("; "));
    }
}
