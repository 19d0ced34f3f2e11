package dev.tieout.verification.internal;

import dev.tieout.evidence.format.PackFile;
import dev.tieout.metrics.Bridge;
import dev.tieout.terms.MovementClass;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What must hold whatever the numbers are: of each movement, of each figure, and between slices and total. */
final class Invariants {

    private Invariants() {}

    /** The amounts add up, and exactly one class is given, by a row or a person, that says what they say. Excluded ones count nowhere. */
    static void check(Performed performed, boolean byLine) {
        var unit = performed.unit();
        var sum = unit.opening().add(unit.grossUp()).subtract(unit.grossDown()).add(unit.fx());
        if (sum.compareTo(performed.closing()) != 0) {
            throw broken(performed, "opening, ups, downs and FX do not add up to the closing");
        }
        if (performed.isExcluded()) {
            return;
        }
        if (performed.movementClass() == MovementClass.UNCLASSIFIED) {
            throw broken(performed, "it has no class, and nothing may be published with one");
        }
        if (!Decision.fits(performed.movementClass(), unit.opening(), unit.closing(), byLine)) {
            throw broken(performed, performed.movementClass() + " is not what its amounts say");
        }
        if (performed.override().isEmpty() && performed.ruled().row() < 1) {
            throw broken(performed, "neither a rule row nor a person gave its class");
        }
    }

    private static Difference broken(Performed performed, String how) {
        var unit = performed.unit();
        return Difference.damage(PackFile.MOVEMENTS.path() + ", account " + Difference.shown(unit.account())
                + (unit.line().isEmpty() ? "" : ", line " + Difference.shown(unit.line())) + ": " + how + ".");
    }

    /** Every bridge adds up, 0 ≤ GRR ≤ 1, NRR ≥ GRR, and the slices of every dimension sum to the total. */
    static void check(Bridge total, List<List<Bridge>> dimensions) {
        check(total);
        for (var slices : dimensions) {
            slices.forEach(Invariants::check);
            if (!slices.isEmpty() && !sums(slices).equals(sums(List.of(total)))) {
                throw Difference.damage("The slices by " + slices.getFirst().dimension() + " do not sum to the total.");
            }
        }
    }

    private static void check(Bridge figure) {
        var name = figure.dimension().isEmpty()
                ? "the total"
                : figure.dimension() + " " + Difference.shown(figure.slice());
        if (!figure.adds()) {
            throw Difference.damage("The bridge of " + name + " does not add up.");
        }
        figure.grr().ifPresent(grr -> {
            boolean possible = grr.numerator().signum() >= 0
                    && grr.numerator().compareTo(grr.denominator()) <= 0
                    && !grr.exceeds(figure.nrr(false).orElseThrow());
            if (!possible) {
                throw Difference.damage("GRR of " + name + " is impossible.");
            }
        });
    }

    private static Map<String, BigDecimal> sums(List<Bridge> figures) {
        Map<String, Function<Bridge, BigDecimal>> parts = Map.ofEntries(
                Map.entry("opening", Bridge::opening),
                Map.entry("new", Bridge::newAmount),
                Map.entry("reactivation", Bridge::reactivation),
                Map.entry("expansion", Bridge::expansion),
                Map.entry("contraction", Bridge::contraction),
                Map.entry("churn", Bridge::churn),
                Map.entry("fx", Bridge::fx),
                Map.entry("closing", Bridge::closing),
                Map.entry(
                        "cohort", figure -> BigDecimal.valueOf(figure.accounts().cohort())),
                Map.entry(
                        "retained",
                        figure -> BigDecimal.valueOf(figure.accounts().retained())),
                Map.entry(
                        "excluded",
                        figure -> BigDecimal.valueOf(figure.accounts().excluded())));
        return parts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        part -> figures.stream()
                                .map(part.getValue())
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .stripTrailingZeros()));
    }
}
