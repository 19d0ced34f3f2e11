package dev.tieout.movements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenBook;
import dev.tieout.GivenOrganisation;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleDraft.Row;
import dev.tieout.rules.RuleDrafts;
import dev.tieout.rules.RuleTables;
import dev.tieout.rules.RuleTrials;
import dev.tieout.rules.RuleTrials.Moved;
import dev.tieout.rules.RuleTrials.RowHit;
import dev.tieout.rules.RuleTrials.RowHits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How many movements of a period the rows of a draft take, and took before. */
@DatabaseTest
class RowHitsTests {

    private static final PinnedTable SHIPPED = new PinnedTable(RuleTables.MOVEMENT_CLASSIFICATION, 1);

    @Autowired
    Given given;

    @Autowired
    GivenBook books;

    @Autowired
    Movements movements;

    @Autowired
    RuleDrafts drafts;

    @Autowired
    RuleTrials trials;

    GivenOrganisation ours;

    @BeforeEach
    void a_classified_period() {
        ours = given.organisation();
        var book = books.open(ours, "2026-10")
                .account("A", "100", "100")
                .account("B", "100", "100")
                .account("C", "100", "300")
                .account("D", "900", null);
        ours.asSystem(() -> movements.classify(book.close(), 0, 1));
    }

    @Test
    void an_unchanged_draft_takes_what_the_rows_took_that_decided() {
        var draft = ours.as("analyst", () -> drafts.begin(SHIPPED, "Trying"));

        var hits = hits(draft.version().pinned());

        assertThat(hits.movements()).isEqualTo(4);
        assertThat(hits.changed()).isZero();
        assertThat(hits.rows()).hasSize(38).allMatch(hit -> hit.change() == 0);
        assertThat(hits.rows())
                .filteredOn(hit -> hit.now() > 0)
                .extracting(RowHit::row, RowHit::now)
                .contains(tuple(24, 2L), tuple(10, 1L));
    }

    @Test
    void a_row_put_above_takes_movements_from_the_one_below_whose_number_is_another_now() {
        var draft = ours.as("analyst", () -> drafts.begin(SHIPPED, "Trying"));
        var rows = new ArrayList<>(draft.rows());
        var cells = new ArrayList<>(rows.get(9).cells());
        cells.set(1, "> 500");
        cells.set(18, "OTHER");
        rows.add(0, new Row("Large accounts that are absent", cells));

        var saved =
                ours.as("analyst", () -> drafts.save(draft.version().pinned(), draft.edition(), rows, null, "Trying"));
        var hits = hits(saved.version().pinned());

        assertThat(hits.rows())
                .filteredOn(hit -> hit.change() != 0)
                .containsExactly(new RowHit(1, 0, 1), new RowHit(11, 1, 0));
        assertThat(hits.moved()).containsExactly(new Moved("CHURN, ABSENT, for review", "CHURN, OTHER, for review", 1));
    }

    @Test
    void a_row_that_is_taken_out_is_told_with_what_it_took() {
        var draft = ours.as("analyst", () -> drafts.begin(SHIPPED, "Trying"));
        var rows = new ArrayList<>(draft.rows());
        rows.remove(9);

        var saved =
                ours.as("analyst", () -> drafts.save(draft.version().pinned(), draft.edition(), rows, null, "Trying"));
        var hits = hits(saved.version().pinned());

        assertThat(hits.gone()).containsExactly(new RowHit(10, 1, 0));
        assertThat(hits.rows().getLast()).isEqualTo(new RowHit(0, 0, 1));
    }

    private RowHits hits(PinnedTable version) {
        return ours.as("analyst", () -> {
            var periods = trials.periods(version.table());
            assertThat(periods).hasSize(1);
            assertThat(List.of(periods.getFirst().period().toString())).containsExactly("2026-10");
            return trials.waitForHits(version, periods.getFirst());
        });
    }
}
