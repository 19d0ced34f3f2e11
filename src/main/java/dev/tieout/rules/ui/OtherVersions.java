package dev.tieout.rules.ui;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.tieout.rules.RuleTableVersion;
import dev.tieout.rules.RuleTableVersion.State;
import dev.tieout.terms.Period;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person has to know of a table's other versions before they hand one over or decide about it. */
public final class OtherVersions {

    private OtherVersions() {}

    /** A callout; empty when nothing is to be known. */
    public static Optional<Component> beside(RuleTableVersion version, List<RuleTableVersion> all) {
        var sentences = sentences(version, all);
        if (sentences.isEmpty()) {
            return Optional.empty();
        }
        var callout = new Div();
        callout.setId("other-versions");
        callout.addClassName("callout");
        sentences.forEach(sentence -> callout.add(new Div(sentence)));
        return Optional.of(callout);
    }

    /** To which periods a version applies, or would; “Applies” stands before it. */
    static String applies(RuleTableVersion version, List<RuleTableVersion> all) {
        var from = version.effectiveFrom();
        if (version.state() == State.RETIRED) {
            return "to no period: a newer version came before it";
        }
        if (from == null && version.state() == State.DRAFT) {
            return "its author has not said from when";
        }
        var plain = from == null ? "to every period" : "from " + from + " on";
        return successor(version, all)
                .map(next ->
                        plain + "; version " + next.version() + " in its place from " + next.effectiveFrom() + " on")
                .orElse(plain);
    }

    /** Who takes over from a version first. */
    private static Optional<RuleTableVersion> successor(RuleTableVersion version, List<RuleTableVersion> all) {
        return version.state() == State.APPROVED
                ? all.stream()
                        .filter(other -> other.table().equals(version.table()))
                        .filter(other -> other.state() == State.APPROVED && other.version() > version.version())
                        .filter(other -> other.effectiveFrom() != null)
                        .min(Comparator.comparing((RuleTableVersion other) -> requireNonNull(start(other)))
                                .thenComparing(RuleTableVersion::version, Comparator.reverseOrder()))
                : Optional.empty();
    }

    /** One for each other version that matters, the oldest first. Nothing is left to know of a version that has been decided about. */
    static List<String> sentences(RuleTableVersion version, List<RuleTableVersion> all) {
        if (version.state() != State.DRAFT && version.state() != State.IN_REVIEW) {
            return List.of();
        }
        return all.stream()
                .filter(other -> other.table().equals(version.table()))
                .sorted(Comparator.comparingInt(RuleTableVersion::version))
                .flatMap(other -> sentence(version, other, all).stream())
                .toList();
    }

    /** The newest approved version that leaves no period to this one. */
    public static Optional<RuleTableVersion> inPlaceOf(RuleTableVersion version, List<RuleTableVersion> all) {
        return all.stream()
                .filter(other -> other.table().equals(version.table()))
                .filter(other -> other.state() == State.APPROVED && other.version() > version.version())
                .filter(other -> covers(other, start(version)))
                .max(Comparator.comparingInt(RuleTableVersion::version));
    }

    private static Optional<String> sentence(
            RuleTableVersion version, RuleTableVersion other, List<RuleTableVersion> all) {
        if (isReplaced(version, other, all)) {
            return Optional.of(
                    name(other) + " is approved. This one is to apply in its place and was not written from it: what it"
                            + " brought is in here only where somebody took it over.");
        }
        if (isShutOut(version, other)) {
            return Optional.of(
                    name(other) + " waits for approval as well. Once this one is approved it can never apply.");
        }
        if (goesBefore(version, other)) {
            return Optional.of(name(other) + " is newer and applies from " + other.effectiveFrom()
                    + " on: this one applies until then.");
        }
        return Optional.empty();
    }

    /** Whether another version would apply where this one is to, and this one goes on from rows that were not its. */
    private static boolean isReplaced(RuleTableVersion version, RuleTableVersion other, List<RuleTableVersion> all) {
        return isApprovedBefore(version, other)
                && !goesOnFrom(version, other, all)
                && (appliesAfter(other, start(version)) || appliesAt(version, other, all));
    }

    private static boolean isApprovedBefore(RuleTableVersion version, RuleTableVersion other) {
        return other.table().equals(version.table())
                && other.state() == State.APPROVED
                && other.version() < version.version();
    }

    private static boolean appliesAfter(RuleTableVersion other, @Nullable LocalDate from) {
        var otherFrom = start(other);
        return from != null && otherFrom != null && !otherFrom.isBefore(from);
    }

    private static boolean appliesAt(RuleTableVersion version, RuleTableVersion other, List<RuleTableVersion> all) {
        return all.stream()
                .filter(approved -> isApprovedBefore(version, approved))
                .filter(approved -> covers(approved, start(version)))
                .max(Comparator.comparingInt(RuleTableVersion::version))
                .filter(other::equals)
                .isPresent();
    }

    private static boolean covers(RuleTableVersion version, @Nullable LocalDate period) {
        var from = start(version);
        return from == null || period == null || !from.isAfter(period);
    }

    /** From its rows, or from rows that came from those. A file is taken to be of what was approved when it was handed in. */
    private static boolean goesOnFrom(RuleTableVersion version, RuleTableVersion other, List<RuleTableVersion> all) {
        if (version.version() == other.version()) {
            return true;
        }
        var before = all.stream()
                .filter(any -> any.table().equals(version.table()))
                .filter(any -> Integer.valueOf(any.version()).equals(version.basedOn()))
                .findFirst();
        var decided = other.decidedAt();
        return before.map(base -> goesOnFrom(base, other, all))
                .orElseGet(() -> decided == null || !decided.isAfter(version.createdAt()));
    }

    private static boolean isShutOut(RuleTableVersion version, RuleTableVersion other) {
        var from = start(version);
        var otherFrom = start(other);
        return other.state() == State.IN_REVIEW
                && other.version() < version.version()
                && from != null
                && otherFrom != null
                && !otherFrom.isBefore(from);
    }

    private static boolean goesBefore(RuleTableVersion version, RuleTableVersion other) {
        var from = start(version);
        var otherFrom = start(other);
        return other.state() == State.APPROVED
                && other.version() > version.version()
                && from != null
                && otherFrom != null
                && from.isBefore(otherFrom);
    }

    private static String name(RuleTableVersion version) {
        return "Version " + version.version();
    }

    private static @Nullable LocalDate start(RuleTableVersion version) {
        var from = version.effectiveFrom();
        return from == null ? null : Period.parse(from).start();
    }
}
