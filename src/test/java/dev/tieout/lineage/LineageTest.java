package dev.tieout.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.tieout.DatabaseTest;
import dev.tieout.evidence.OctoberBook;
import dev.tieout.lineage.Lineage.NoSuchFigure;
import dev.tieout.metrics.BridgeLine;
import dev.tieout.movements.Movements.NoSuchMovement;
import dev.tieout.movements.SourceRow.Side;
import dev.tieout.publication.Publication.Status;
import dev.tieout.sources.FileBody;
import dev.tieout.sources.SourceKind;
import dev.tieout.sources.Sources;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** From figures to files and lines, of closes as they stand and as they were published. */
@DatabaseTest
@Import(OctoberBook.class)
class LineageTest {

    @Autowired
    OctoberBook october;

    @Autowired
    Lineage lineage;

    @Autowired
    Sources sources;

    private static Edition live(OctoberBook.Book book) {
        return new Edition(book.close(), null);
    }

    private Figure figure(OctoberBook.Book book, Edition edition, String dimension, String slice, BridgeLine line) {
        return book.organisation().as("manager", () -> lineage.figure(edition, new FigureCell(dimension, slice, line)));
    }

    private List<Origin> origins(OctoberBook.Book book, Edition edition, String account) {
        return book.organisation().as("manager", () -> lineage.origins(edition, account, "", 0, 100));
    }

    @Test
    void every_figure_is_what_the_movements_behind_it_come_to_in_total_and_in_slices() {
        var book = october.classified();
        book.sign();
        book.publish(Status.PROVISIONAL);
        for (var edition : List.of(live(book), new Edition(book.close(), 1))) {
            for (var line : BridgeLine.values()) {
                assertThat(figure(book, edition, "", "", line)).matches(Figure::agrees, line + " of " + edition);
                assertThat(figure(book, edition, "segment", "small", line))
                        .matches(Figure::agrees, line + " of small in " + edition);
                assertThat(figure(book, edition, "segment", "", line)).matches(Figure::agrees);
            }
        }
        assertThat(figure(book, live(book), "", "", BridgeLine.EXPANSION).total())
                .isEqualByComparingTo("50");
    }

    @Test
    void the_parts_of_a_figure_come_largest_first_and_excluded_accounts_are_in_none() {
        var book = october.classified();
        var cell = new FigureCell("", "", BridgeLine.CLOSING);
        var parts = book.organisation().as("manager", () -> lineage.parts(live(book), cell, 0, 10));
        assertThat(parts).extracting(FigurePart::account).containsExactly("Keep", "=Grow", "Back", "New");
        assertThat(parts.stream().map(FigurePart::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("570.5");
    }

    @Test
    void a_figure_that_does_not_exist_is_refused() {
        var book = october.classified();
        assertThatExceptionOfType(NoSuchFigure.class)
                .isThrownBy(() -> figure(book, live(book), "segment", "huge", BridgeLine.NEW));
        assertThatExceptionOfType(NoSuchMovement.class)
                .isThrownBy(() -> book.organisation().as("manager", () -> lineage.movement(live(book), "Nobody", "")));
    }

    @Test
    void a_movement_leads_to_every_row_with_its_file_line_hash_and_time() {
        var book = october.classified();
        var rows = origins(book, live(book), "=Grow");
        assertThat(rows)
                .extracting(Origin::side, Origin::product, Origin::line)
                .containsExactly(
                        tuple(Side.OPENING, "Core", 2L),
                        tuple(Side.OPENING, "Add-on", 3L),
                        tuple(Side.CLOSING, "Core", 2L),
                        tuple(Side.CLOSING, "Add-on", 3L));
        var core = rows.get(2);
        assertThat(core.amount()).isEqualByComparingTo("150");
        assertThat(core.postedAt()).isEqualTo("2026-10-31T10:00:00Z");
        assertThat(Objects.requireNonNull(core.file()).sha256()).hasSize(64);
        assertThat(core.file().kind()).isEqualTo("BILLING");
    }

    @Test
    void duplicates_stand_beside_the_row_that_they_repeat_and_rejects_beside_the_account() {
        var book = october.classified();
        var kept = origins(book, live(book), "Keep").getLast();
        assertThat(kept.repeats()).extracting(Origin.Place::line).containsExactly(9L);
        var rejects = book.organisation().as("manager", () -> lineage.rejects(live(book), "Bad"));
        assertThat(rejects).hasSize(1);
        assertThat(rejects.getFirst().place().line()).isEqualTo(8);
        assertThat(rejects.getFirst().text()).startsWith("Bad,S1,Core");
    }

    @Test
    void a_published_version_keeps_its_lineage_when_the_files_are_replaced() {
        var book = october.classified();
        book.sign();
        book.publish(Status.PROVISIONAL);
        var before = origins(book, new Edition(book.close(), 1), "Keep");
        var billing = book.organisation().as("manager", () -> sources.of(book.close())).stream()
                .filter(receipt -> receipt.kind() == SourceKind.BILLING)
                .findFirst()
                .orElseThrow();
        book.organisation().as("analyst", () -> sources.replace(billing.id(), "better.csv", FileBody.of("""
                                        account_id,subscription_id,product,period,mrr,currency,status,posted_at
                                        Keep,S1,Core,2026-10,1.0000,USD,active,
                                        """)));
        var after = origins(book, new Edition(book.close(), 1), "Keep");
        assertThat(after)
                .extracting(Origin::amount, Origin::line)
                .isEqualTo(before.stream()
                        .map(origin -> tuple(origin.amount(), origin.line()))
                        .toList());
        assertThat(Objects.requireNonNull(after.getLast().file()).superseded()).isTrue();
        assertThat(origins(book, live(book), "Keep").getLast().amount()).isEqualByComparingTo("1");
    }

    private void events(OctoberBook.Book book, SourceKind kind, String rows) {
        var header =
                "currency,customer_id,event_type,event_timestamp,mrr_change,product_id,subscription_id,subscription_item_id\n";
        book.organisation()
                .as(
                        "analyst",
                        () -> sources.receive(
                                OctoberBook.OCTOBER,
                                kind,
                                "stripe-subscription-item-changes",
                                "events.csv",
                                FileBody.of(header + rows)));
    }

    @Test
    void every_row_of_a_sum_and_every_event_is_there_with_what_it_brought() {
        var book = october.opened();
        events(book, SourceKind.OPENING, """
                usd,A,ACTIVE_START,2026-08-01 00:00:00,10000,p,s,si
                usd,A,ACTIVE_UPGRADE,2026-09-05 00:00:00,2500,p,s,si
                usd,A,ACTIVE_DOWNGRADE,2026-09-09 00:00:00,-500,p,s,si
                """);
        events(book, SourceKind.BILLING, """
                usd,A,ACTIVE_UPGRADE,2026-10-05 00:00:00,3000,p,s,si
                usd,A,ACTIVE_DOWNGRADE,2026-10-09 00:00:00,-1000,p,s,si
                """);
        book.work();
        var rows = origins(book, live(book), "A");
        assertThat(rows)
                .extracting(Origin::side, Origin::line, Origin::rows)
                .containsExactly(
                        tuple(Side.OPENING, 2L, 3L),
                        tuple(Side.OPENING, 3L, 3L),
                        tuple(Side.OPENING, 4L, 3L),
                        tuple(Side.CLOSING, 2L, 2L),
                        tuple(Side.CLOSING, 3L, 2L));
        assertThat(rows)
                .extracting(Origin::amount)
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .containsExactly(
                        new BigDecimal("100"),
                        new BigDecimal("25"),
                        new BigDecimal("-5"),
                        new BigDecimal("30"),
                        new BigDecimal("-10"));
        assertThat(rows.getFirst().lineAmount()).isEqualByComparingTo("120");
        assertThat(rows.getLast().lineAmount()).isEqualByComparingTo("140");
    }
}
