package dev.tieout.metrics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.metrics.Bridge;
import dev.tieout.metrics.Bridge.Accounts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever accounts do, their bridge adds up, GRR lies in [0, 1] and below NRR, and the slices sum to the total. */
class BridgePropertyTests {

    @Property(tries = 300)
    void the_invariants_hold_for_any_book(@ForAll("books") List<Moved> book) {
        var figures = new ArrayList<Bridge>();
        figures.add(sum("", "", book));
        book.stream()
                .collect(Collectors.groupingBy(Moved::segment))
                .forEach((segment, part) -> figures.add(sum("segment", segment, part)));
        assertThat(Invariants.ofFigures(figures)).isEmpty();
        assertThat(Invariants.ofFigures(figures.stream().map(Bridge::annual).toList()))
                .isEmpty();
    }

    @Property(tries = 100)
    void a_slice_that_is_left_out_is_seen(@ForAll("books") List<Moved> book) {
        if (sum("", "", book).closing().signum() == 0) {
            return;
        }
        assertThat(Invariants.ofFigures(List.of(sum("", "", book), sum("segment", "A", List.of()))))
                .isNotEmpty();
    }

    @Provide
    Arbitrary<List<Moved>> books() {
        var amount = Arbitraries.oneOf(
                Arbitraries.just(BigDecimal.ZERO),
                Arbitraries.bigDecimals()
                        .between(BigDecimal.ZERO, new BigDecimal("1000000"))
                        .ofScale(4));
        return Combinators.combine(Arbitraries.of("A", "B", "C"), amount, amount, Arbitraries.of(true, false))
                .as(Moved::new)
                .list()
                .ofMaxSize(40);
    }

    private static Bridge sum(String dimension, String slice, List<Moved> book) {
        return book.stream()
                .map(moved -> moved.bridge(dimension, slice))
                .reduce(new Moved(slice, BigDecimal.ZERO, BigDecimal.ZERO, false).bridge(dimension, slice), (a, b) -> {
                    return new Bridge(
                            dimension,
                            slice,
                            a.opening().add(b.opening()),
                            a.newAmount().add(b.newAmount()),
                            a.reactivation().add(b.reactivation()),
                            a.expansion().add(b.expansion()),
                            a.contraction().add(b.contraction()),
                            a.churn().add(b.churn()),
                            BigDecimal.ZERO,
                            a.closing().add(b.closing()),
                            new Accounts(0, 0, 0, 0, 0, 0, 0, 0));
                });
    }

    /** What one account did, classed by its amounts alone. */
    record Moved(String segment, BigDecimal opening, BigDecimal closing, boolean was) {

        Bridge bridge(String dimension, String slice) {
            var up = closing.subtract(opening).max(BigDecimal.ZERO);
            var down = opening.subtract(closing).max(BigDecimal.ZERO);
            boolean in = opening.signum() > 0;
            boolean gone = closing.signum() == 0;
            return new Bridge(
                    dimension,
                    slice,
                    opening,
                    when(!in && !was, up),
                    when(!in && was, up),
                    when(in, up),
                    when(!gone, down),
                    when(gone, down),
                    BigDecimal.ZERO,
                    closing,
                    new Accounts(0, 0, 0, 0, 0, 0, 0, 0));
        }

        private static BigDecimal when(boolean so, BigDecimal amount) {
            return so ? amount : BigDecimal.ZERO;
        }
    }
}
