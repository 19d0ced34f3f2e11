package dev.tieout.findings;

import dev.tieout.publication.LargestAccounts.Share;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that stands out in a published version. A version has at most one finding of each kind.
 *
 * @param sentence what it is, in plain words with its figures
 * @param figures what was compared
 * @param accounts those behind it, the largest first; amounts in {@code currency}
 */
public record Finding(Kind kind, String sentence, String currency, List<Figure> figures, List<Share> accounts) {

    public Finding {
        figures = List.copyOf(figures);
        accounts = List.copyOf(accounts);
    }

    /** What stands out, the most telling first. */
    public enum Kind {
        GRR_FALLING_UNDER_STABLE_NRR("GRR falls under a stable NRR"),
        NRR_UP_WHILE_GRR_FALLS("NRR rises while GRR falls"),
        NRR_STALLED("NRR stalls with a steady GRR"),
        EXPANSION_CONCENTRATED("Expansion rests on one account"),
        LOSSES_CONCENTRATED("Losses come from one account"),
        OPENING_CONCENTRATED("One account is a large part of the base"),
        LARGEST_MOVE("The line that moved most");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** In a person's words. */
        public String title() {
            return title;
        }

        /** As the API writes it: {@code nrr-stalled}. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The kind of a slug. */
        public static Kind ofSlug(String slug) {
            return Arrays.stream(values())
                    .filter(kind -> kind.slug().equals(slug))
                    .findFirst()
                    .orElseThrow(() -> new Findings.NoSuchFinding("There is no finding called “" + slug + "”."));
        }
    }

    /** What a figure is counted in. */
    public enum Unit {
        /** A part of one: 1.05 is 105 %. */
        RATIO,
        MONEY
    }

    /**
     * A figure that was compared.
     *
     * @param before in the period before; null when only this version counts
     * @param now ratios rounded to six decimals, amounts exact
     */
    public record Figure(String name, Unit unit, @Nullable BigDecimal before, BigDecimal now) {}
}
