package dev.tieout.rules.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import dev.tieout.rules.MovementSamples.SampledPeriod;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleTables;
import dev.tieout.rules.RuleTrials;
import dev.tieout.terms.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a draft's rows take, beside the table. */
class HitsPanelTest {

    private static final PinnedTable DRAFT = new PinnedTable(RuleTables.MOVEMENT_CLASSIFICATION, 2);
    private static final SampledPeriod OPEN = new SampledPeriod(Period.parse("2026-11"), 3, 1, false);
    private static final SampledPeriod PUBLISHED = new SampledPeriod(Period.parse("2026-10"), 2, 1, true);

    private final Known known = new Known();
    private final List<RuleTrials.RowHits> counted = new ArrayList<>();
    private final List<Integer> wentTo = new ArrayList<>();
    private final HitsPanel panel = new HitsPanel(known, counted::add, wentTo::add);

    @Test
    void without_any_movements_it_says_that_there_is_nothing_to_try() {
        panel.open(DRAFT);

        assertThat(said()).contains("There are no movements yet that this table could be tried on.");
        assertThat(counted).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void the_newest_published_period_is_tried_first() {
        known.periods = List.of(OPEN, PUBLISHED);
        known.hits = hits(1, 300, 300, List.of(row(1, 300, 300), row(0, 0, 0)), List.of(), List.of());
        panel.open(DRAFT);

        assertThat(((Select<SampledPeriod>) within(panel)
                                .filter(Select.class::isInstance)
                                .findFirst()
                                .orElseThrow())
                        .getValue())
                .isEqualTo(PUBLISHED);
        assertThat(said())
                .contains(
                        "All 300 movements get the same answer as by version 1.",
                        "Every one of them is taken by a row.",
                        "Every row takes some movement.");
        assertThat(counted).hasSize(1);
    }

    @Test
    void rows_that_take_more_or_fewer_are_named_and_lead_to_the_table() {
        known.periods = List.of(PUBLISHED);
        known.hits = hits(
                1,
                300,
                300,
                List.of(row(1, 40, 30), row(2, 0, 9), row(3, 0, 0), row(0, 0, 1)),
                List.of(row(7, 2, 0)),
                List.of(new RuleTrials.Moved("EXPANSION, UPGRADE", "EXPANSION, SEATS", 10)));
        panel.open(DRAFT);

        assertThat(said())
                .contains(
                        "10 of 300 movements get another answer than by version 1. 1 of them is taken by no row.",
                        "10: expansion, upgrade → expansion, seats",
                        "formerly 7",
                        "−10",
                        "+9",
                        "1 row takes none of them.");
        var buttons = within(panel)
                .filter(NativeButton.class::isInstance)
                .map(NativeButton.class::cast)
                .toList();
        assertThat(buttons).extracting(NativeButton::getText).containsExactly("1", "2");
        ComponentUtil.fireEvent(buttons.getLast(), new ClickEvent<>(buttons.getLast()));
        assertThat(wentTo).containsExactly(2);
    }

    @Test
    void a_sample_says_that_it_is_one() {
        known.periods = List.of(PUBLISHED);
        known.hits = hits(null, 1_000_000, 20_000, List.of(row(1, 0, 20_000), row(0, 0, 0)), List.of(), List.of());
        panel.open(DRAFT);

        assertThat(said()).contains("20,000 movements.", "Counted on 20,000 of 1,000,000 movements");
    }

    @Test
    void until_the_movements_are_read_it_says_so() {
        known.periods = List.of(PUBLISHED);
        panel.open(DRAFT);

        assertThat(said()).contains("The movements are being read…");
        assertThat(counted).isEmpty();
    }

    private static RuleTrials.RowHit row(int row, long before, long now) {
        return new RuleTrials.RowHit(row, before, now);
    }

    private static RuleTrials.RowHits hits(
            @Nullable Integer base,
            long movements,
            long tried,
            List<RuleTrials.RowHit> rows,
            List<RuleTrials.RowHit> gone,
            List<RuleTrials.Moved> moved) {
        return new RuleTrials.RowHits(PUBLISHED, base, movements, tried, rows, gone, moved);
    }

    private String said() {
        return panel.getElement().getTextRecursively();
    }

    private static Stream<Component> within(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(HitsPanelTest::within));
    }

    /** Knows what it is told to know. */
    private static final class Known implements RuleTrials {

        private List<SampledPeriod> periods = List.of();
        private @Nullable RowHits hits;

        @Override
        public List<SampledPeriod> periods(String table) {
            return periods;
        }

        @Override
        public Optional<RowHits> hits(PinnedTable version, SampledPeriod period) {
            return Optional.ofNullable(hits);
        }

        @Override
        public RowHits waitForHits(PinnedTable version, SampledPeriod period) {
            throw new UnsupportedOperationException("a page does not wait");
        }
    }
}
