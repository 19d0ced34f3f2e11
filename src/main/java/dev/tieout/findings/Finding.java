package dev.tieout.findings;

import dev.tieout.publication.LargestAccounts.Share;
import dev.tieout.terms.Ratio;
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

    /** A figure that was compared; what it was in the period before is null when only this version counts. */
    public sealed interface Figure {

        String name();

        /** Whether there is a figure of the period before. */
        boolean isCompared();

        /** An exact amount in the finding's currency. */
        record Amount(String name, @Nullable BigDecimal before, BigDecimal now) implements Figure {
            @Override
            public boolean isCompared() {
                return before != null;
            }
        }

        /** A part of one, kept exactly: whoever tells it rounds it, once. */
        record Proportion(String name, @Nullable Ratio before, Ratio now) implements Figure {
            @Override
            public boolean isCompared() {
                return before != null;
            }
        }
    }
}
