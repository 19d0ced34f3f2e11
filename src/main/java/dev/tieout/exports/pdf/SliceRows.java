package dev.tieout.exports.pdf;

import dev.tieout.metrics.Bridge;
import dev.tieout.terms.Ratio;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Words;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The slices on one page: the largest ones, and the others together. Amounts are shown in the smallest unit in which all of them fit; none
 * is ever cut.
 *
 * @param others how many slices the last row before the total stands for
 * @param unit what the amounts are shown in
 */
record SliceRows(BoardReport board, List<Bridge> shown, int others, Unit unit) {

    static final float SIZE = 7.5f;
    private static final float NAME = 80;
    private static final float SMALLEST_GAP = 4;
    private static final int RATIOS = 3;

    static SliceRows of(BoardReport board, Typeface widest, int rows) {
        var slices = board.report().slices();
        int room = Math.max(rows, 2);
        if (slices.size() <= room) {
            return new SliceRows(board, slices, 0, unit(board, widest));
        }
        var shown = new ArrayList<>(slices.subList(0, room - 1));
        shown.add(slices.subList(room - 1, slices.size()).stream()
                .reduce(SliceRows::together)
                .orElseThrow());
        return new SliceRows(board, shown, slices.size() - room + 1, unit(board, widest));
    }

    private static Bridge together(Bridge one, Bridge other) {
        var a = one.accounts();
        var b = other.accounts();
        return new Bridge(
                one.dimension(),
                one.slice(),
                one.opening().add(other.opening()),
                one.newAmount().add(other.newAmount()),
                one.reactivation().add(other.reactivation()),
                one.expansion().add(other.expansion()),
                one.contraction().add(other.contraction()),
                one.churn().add(other.churn()),
                one.fx().add(other.fx()),
                one.closing().add(other.closing()),
                new Bridge.Accounts(
                        a.cohort() + b.cohort(),
                        a.retained() + b.retained(),
                        a.added() + b.added(),
                        a.reactivated() + b.reactivated(),
                        a.expanded() + b.expanded(),
                        a.contracted() + b.contracted(),
                        a.churned() + b.churned(),
                        a.excluded() + b.excluded()));
    }

    private static Unit unit(BoardReport board, Typeface widest) {
        boolean fx = fx(board);
        var amounts = Stream.concat(Stream.of(board.report().total()), board.report().slices().stream())
                .flatMap(bridge -> amounts(bridge, fx).stream())
                .toList();
        float room = (Paper.ROOM - NAME) / (amounts(board.report().total(), fx).size() + RATIOS) - SMALLEST_GAP;
        return Arrays.stream(Unit.values())
                .filter(unit -> amounts.stream()
                        .allMatch(amount -> widest.width(amount(amount, board.currency(), unit, true), SIZE) <= room))
                .findFirst()
                .orElse(Unit.MILLION);
    }

    /** From exact to coarse. */
    enum Unit {
        EXACT(1, "."),
        WHOLE(1, ", rounded to whole units."),
        THOUSAND(1_000, ", rounded to thousands."),
        MILLION(1_000_000, ", rounded to millions.");

        private final long size;
        private final String words;

        Unit(long size, String words) {
            this.size = size;
            this.words = words;
        }
    }

    private static boolean fx(BoardReport board) {
        return board.report().total().fx().signum() != 0
                || board.report().slices().stream().anyMatch(slice -> slice.fx().signum() != 0);
    }

    private static List<BigDecimal> amounts(Bridge bridge, boolean fx) {
        var amounts = new ArrayList<BigDecimal>();
        amounts.add(bridge.opening());
        amounts.add(bridge.newAmount());
        amounts.add(bridge.reactivation());
        amounts.add(bridge.expansion());
        amounts.add(bridge.contraction().negate());
        amounts.add(bridge.churn().negate());
        if (fx) {
            amounts.add(bridge.fx());
        }
        amounts.add(bridge.closing());
        return amounts;
    }

    private static String amount(BigDecimal amount, String currency, Unit unit, boolean signed) {
        if (unit == Unit.EXACT) {
            return signed ? Format.signed(amount, currency) : Format.amount(amount, currency);
        }
        var scaled = amount.divide(BigDecimal.valueOf(unit.size), 0, RoundingMode.HALF_EVEN);
        return (signed && scaled.signum() > 0 ? "+" : "") + Format.count(scaled.longValueExact());
    }

    /** Draws the table; the answer is the height below it. */
    float draw(Paper paper, Tags tags, Fonts fonts, float top) throws IOException {
        boolean fx = fx(board);
        var headings = new ArrayList<>(List.of("Opening", "New", "Reactiv.", "Expansion", "Contract.", "Churn"));
        if (fx) {
            headings.add("FX");
        }
        headings.addAll(List.of("Closing", "NRR", "GRR", "Logos"));
        var table = new Table(paper, tags, fonts, SIZE, Table.widths(NAME, headings.size()), top);
        table.head(Table.cells(Words.label(board.report().dimension()), headings));
        for (int i = 0; i < shown.size(); i++) {
            boolean rest = others > 0 && i == shown.size() - 1;
            table.row(cells(rest ? others + " others" : name(shown.get(i)), shown.get(i), fx));
        }
        table.total(cells("Total", board.report().total(), fx));
        return table.bottom();
    }

    /** What the table's amounts are in. */
    String note() {
        return board.report().view() + " in " + board.currency() + unit.words
                + (others > 0 ? " The smallest " + others + " slices are in one row; the exports list them all." : "");
    }

    private List<String> cells(String name, Bridge bridge, boolean fx) {
        var cells = new ArrayList<String>();
        cells.add(name);
        var amounts = amounts(bridge, fx);
        for (int i = 0; i < amounts.size(); i++) {
            boolean balance = i == 0 || i == amounts.size() - 1;
            cells.add(amount(amounts.get(i), board.currency(), unit, !balance));
        }
        cells.add(percent(bridge.nrr(board.publication().stamps().reactivationInNrr())));
        cells.add(percent(bridge.grr()));
        cells.add(percent(bridge.logoRetention()));
        return cells;
    }

    /** A narrow column has no room for words. */
    private static String percent(Optional<Ratio> ratio) {
        return ratio.map(Ratio::percent).orElse(Format.NONE);
    }

    private static String name(Bridge slice) {
        return slice.slice().isEmpty() ? "None given" : slice.slice();
    }
}
