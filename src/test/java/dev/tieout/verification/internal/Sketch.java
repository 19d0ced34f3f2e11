package dev.tieout.verification.internal;

import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.policy.MetricPolicy.Fx;
import dev.tieout.policy.MetricPolicy.Grain;
import dev.tieout.policy.MetricPolicy.Pause;
import dev.tieout.terms.AccountStatus;
import dev.tieout.terms.Period;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lines and policies in few words for tests. A line is {@code subscription/product mrr [currency] [status] [x quantity] [-discount]}, as in
 * {@code "S/Core 100 EUR PAUSED x5 -20"}.
 */
final class Sketch {

    private Sketch() {}

    static List<Line> lines(String... sketches) {
        return Arrays.stream(sketches).map(Sketch::line).toList();
    }

    static Line line(String sketch) {
        var words = sketch.split(" ");
        var stream = words[0].split("/", 2);
        String currency = "USD";
        var status = AccountStatus.ACTIVE;
        BigDecimal quantity = null;
        BigDecimal discount = null;
        for (var word : List.of(words).subList(2, words.length)) {
            if (word.startsWith("x")) {
                quantity = new BigDecimal(word.substring(1));
            } else if (word.startsWith("-")) {
                discount = new BigDecimal(word.substring(1));
            } else if (word.length() == 3) {
                currency = word;
            } else {
                status = AccountStatus.valueOf(word);
            }
        }
        return new Line(stream[0], stream[1], new BigDecimal(words[1]), currency, status, quantity, discount);
    }

    /** October 2026 with 1 EUR = 1.10 USD at the opening and 1.20 at the closing. */
    static Basis basis(Grain grain, Fx fx, Pause pause, @Nullable Integer window) {
        var s = Choices.standard();
        var choices = new Choices(
                grain,
                s.periodLength(),
                s.timeZone(),
                s.timestampRule(),
                s.reportingCurrency(),
                fx,
                window,
                s.reactivationInNrr(),
                pause,
                s.fullDiscount(),
                s.lateRenewalGraceDays(),
                s.toleranceAbsolute(),
                s.toleranceRelative(),
                s.totalToleranceAbsolute(),
                s.materiality(),
                s.varianceSlaDays(),
                s.taskSlaDays(),
                s.cutoffHours(),
                s.absentTolerance(),
                s.discounts(),
                s.metered());
        var rate = new Basis.Rate(new BigDecimal("1.10"), new BigDecimal("1.20"));
        return new Basis(Period.parse("2026-10"), choices, Map.of("EUR", rate));
    }

    static Basis byAccount() {
        return basis(Grain.ACCOUNT, Fx.CONSTANT, Pause.CHURN, null);
    }

    static Basis byLine() {
        return basis(Grain.LINE, Fx.CONSTANT, Pause.CHURN, null);
    }

    static Basis asReported() {
        return basis(Grain.ACCOUNT, Fx.AS_REPORTED, Pause.CHURN, null);
    }

    static Basis keepingPauses() {
        return basis(Grain.ACCOUNT, Fx.CONSTANT, Pause.KEEP, null);
    }

    static List<Unit> units(Basis basis, List<Line> opened, List<Line> billed) {
        return Netting.units("A", LineBalance.of(basis, opened, billed), basis.byLine());
    }

    static Unit unit(Basis basis, List<Line> opened, List<Line> billed) {
        var units = units(basis, opened, billed);
        if (units.size() != 1) {
            throw new AssertionError("not one unit but " + units);
        }
        return units.getFirst();
    }
}
