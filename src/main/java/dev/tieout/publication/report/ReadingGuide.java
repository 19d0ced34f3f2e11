package dev.tieout.publication.report;

import dev.tieout.publication.Publication;
import dev.tieout.publication.Report;
import dev.tieout.terms.Period;
import dev.tieout.terms.PeriodLength;
import dev.tieout.terms.Ratio;
import java.math.BigDecimal;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the two ratios of a report say, in sentences for those who do not read them every month. About 100 % is within one percentage
 * point of it.
 *
 * @param gap what stands between the two ratios; empty without a base
 * @param divergence NRR rose while GRR fell against the period before; empty otherwise
 */
public record ReadingGuide(Reading nrr, Reading grr, Optional<String> gap, Optional<String> divergence) {

    /** The three readings of each ratio, whatever the report says, as a legend. */
    public static final String ABOUT = "“About” is within one percentage point of 100 %.";

    private static final BigDecimal ONE_POINT = new BigDecimal("0.01");

    /** Where a ratio stands. */
    public enum Stand {
        ABOVE("Above 100 %"),
        ABOUT("About 100 %"),
        BELOW("Below 100 %"),
        NO_BASE("No base");

        private final String words;

        Stand(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        static Stand of(BigDecimal ratio) {
            var off = ratio.subtract(BigDecimal.ONE);
            return off.abs().compareTo(ONE_POINT) <= 0 ? ABOUT : off.signum() > 0 ? ABOVE : BELOW;
        }
    }

    /** One ratio's reading. */
    public record Reading(Stand stand, String sentence) {}

    /** What NRR says where it stands. */
    public static String ofNrr(Stand stand) {
        return switch (stand) {
            case ABOVE ->
                "Existing customers added more than they cut or cancelled: the opening revenue grew without a new customer.";
            case ABOUT -> "Expansion makes up for what was cut or cancelled: growth comes from new customers only.";
            case BELOW ->
                "Existing customers cut or cancelled more than they added: new customers first have to make up for it.";
            case NO_BASE -> "There was no recurring revenue at the period's opening.";
        };
    }

    /** What GRR says where it stands; it is never above 100 %. */
    public static String ofGrr(Stand stand) {
        return switch (stand) {
            case ABOVE, ABOUT -> "Next to nothing of the opening revenue was cut or cancelled.";
            case BELOW -> "Part of the opening revenue was cut or cancelled, whatever was sold on top.";
            case NO_BASE -> ofNrr(Stand.NO_BASE);
        };
    }

    /**
     * Reads a report.
     *
     * @param before the report of the period before that stood when this one was published
     */
    public static ReadingGuide of(Report report, @Nullable Report before) {
        var publication = report.publication();
        return new ReadingGuide(
                reading(nrr(report), publication.nrrLow(), publication.nrrHigh(), publication, true),
                reading(report.total().grr(), publication.grrLow(), publication.grrHigh(), publication, false),
                gap(report),
                before == null ? Optional.empty() : divergence(report, before));
    }

    /** What open variances could make of a ratio, in words for a line below it. */
    public static String range(BigDecimal low, BigDecimal high) {
        var from = new Ratio(low, BigDecimal.ONE).percent();
        var to = new Ratio(high, BigDecimal.ONE).percent();
        return from.equals(to) ? "What is open moves it by less than 0.01 points" : "Could be " + from + " to " + to;
    }

    /** NRR as the version's policy counts it. */
    public static Optional<Ratio> nrr(Report report) {
        return report.total().nrr(report.publication().stamps().reactivationInNrr());
    }

    private static Reading reading(
            Optional<Ratio> ratio,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            Publication publication,
            boolean net) {
        var stand = ratio.map(Ratio::decimal).map(Stand::of).orElse(Stand.NO_BASE);
        boolean open = publication.openVariances() > 0
                && low != null
                && high != null
                && (Stand.of(low) != stand || Stand.of(high) != stand);
        return new Reading(
                stand,
                (net ? ofNrr(stand) : ofGrr(stand)) + (open ? " The open variances could still change this." : ""));
    }

    private static Optional<String> gap(Report report) {
        var total = report.total();
        boolean reactivation = report.publication().stamps().reactivationInNrr();
        var added = reactivation ? total.expansion().add(total.reactivation()) : total.expansion();
        return Ratio.of(added, total.opening())
                .map(ratio -> "The difference between the two, " + ratio.percent() + " of the opening, is "
                        + (reactivation ? "expansion and reactivation." : "expansion."));
    }

    private static Optional<String> divergence(Report report, Report before) {
        var now = nrr(report);
        var then = nrr(before);
        var kept = report.total().grr();
        var keptThen = before.total().grr();
        if (now.isEmpty() || then.isEmpty() || kept.isEmpty() || keptThen.isEmpty()) {
            return Optional.empty();
        }
        boolean rose = now.get().exceeds(then.get()) && differs(now.get(), then.get());
        boolean fell = keptThen.get().exceeds(kept.get()) && differs(kept.get(), keptThen.get());
        return rose && fell
                ? Optional.of("NRR rose from " + then.get().percent() + " to "
                        + now.get().percent() + " while GRR fell from "
                        + keptThen.get().percent() + " to "
                        + kept.get().percent() + " against "
                        + month(before)
                        + ": expansion of some customers covers growing losses among others."
                        + samePolicy(report, before))
                : Optional.empty();
    }

    /** {@code September 2026}; longer periods by their own name. */
    private static String month(Report report) {
        var period = Period.parse(report.publication().period());
        return period.length() == PeriodLength.MONTH
                ? period.first().getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " "
                        + period.first().getYear()
                : period.toString();
    }

    /** What looks the same to the reader has not moved. */
    private static boolean differs(Ratio one, Ratio other) {
        return !one.percent().equals(other.percent());
    }

    private static String samePolicy(Report report, Report before) {
        return report.publication().stamps().policy()
                        == before.publication().stamps().policy()
                ? ""
                : " The two were published under different versions of the metric policy.";
    }
}
