package dev.tieout.rules.internal;

import dev.tieout.rules.internal.Cell.Between;
import dev.tieout.rules.internal.Cell.Comparison;
import dev.tieout.rules.internal.Cell.Operator;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * {@code > 0}, {@code = 0}, {@code [0..100)}.
 *
 * @param property the fact's property, repeated in the code of a range
 * @param decimals 4 for amounts, which people write in major units and facts hold in ten-thousandths; 0 for counts
 */
record NumberCells(String property, int decimals) implements CellType {

    private static final String NUMBER = "(-?\\d{1,12}(?:\\.\\d{1,4})?)";
    private static final Pattern COMPARISON = Pattern.compile("(==|=|!=|<>|≠|>=|≥|>|<=|≤|<|)\\s*" + NUMBER);
    private static final Pattern RANGE =
            Pattern.compile("([\\[(])\\s*" + NUMBER + "\\s*\\.\\.\\s*" + NUMBER + "\\s*([])])");

    /** An amount in major units. */
    static NumberCells amount(String property) {
        return new NumberCells(property, 4);
    }

    /** A whole number. */
    static NumberCells count(String property) {
        return new NumberCells(property, 0);
    }

    @Override
    public Cell parse(String text) throws MalformedCell {
        var comparison = COMPARISON.matcher(text);
        if (comparison.matches()) {
            return comparison(Operator.of(comparison.group(1)), comparison.group(2));
        }
        var range = RANGE.matcher(text);
        if (!range.matches()) {
            throw new MalformedCell("write " + grammar());
        }
        var from = comparison(range.group(1).equals("[") ? Operator.AT_LEAST : Operator.ABOVE, range.group(2));
        var to = comparison(range.group(4).equals("]") ? Operator.AT_MOST : Operator.BELOW, range.group(3));
        if (from.units() >= to.units()) {
            throw new MalformedCell("the range ends before it begins");
        }
        return new Between(from, to, property);
    }

    private Comparison comparison(Operator operator, String written) throws MalformedCell {
        BigDecimal number = new BigDecimal(written).stripTrailingZeros();
        if (number.scale() > decimals) {
            throw new MalformedCell("a whole number stands here");
        }
        return new Comparison(operator, number, number.movePointRight(decimals).longValueExact());
    }

    @Override
    public String grammar() {
        return "a comparison such as = 0 or > 0, a range such as [0..100), or - for any";
    }
}
