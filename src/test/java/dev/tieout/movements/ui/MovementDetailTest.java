package dev.tieout.movements.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import dev.tieout.DatabaseTest;
import dev.tieout.OnScreen;
import dev.tieout.closing.Closes;
import dev.tieout.evidence.OctoberBook;
import dev.tieout.movements.Movement;
import dev.tieout.sources.SourceKind;
import dev.tieout.sources.Sources;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** One movement on screen, with the rows and events behind it. */
@DatabaseTest
@Import(OctoberBook.class)
class MovementDetailTest extends SpringBrowserlessTest {

    @Autowired
    OctoberBook october;

    @Autowired
    OnScreen screen;

    @Autowired
    MovementPanels panels;

    @Autowired
    Closes closes;

    @Autowired
    Sources sources;

    @AfterEach
    void signOut() {
        screen.signOut();
    }

    @Test
    void events_stand_in_their_order_each_with_the_column_that_placed_it() {
        var book = october.opened();
        book.receive(SourceKind.OPENING, """
                account_id,subscription_id,product,period,mrr,currency,status
                A1,S1,Core,2026-09,100.00,USD,active
                """);
        events(book, """
                event_id,account_id,subscription_id,product,event_type,effective_at,posted_at,mrr_before,mrr_after,currency,status
                ev-1,A1,S1,Core,expansion,2026-10-05,2026-10-05T09:00:00Z,100.00,125.50,USD,active
                ev-2,A1,S1,Core,contraction,2026-10-06,2026-10-06T09:00:00Z,125.50,120.00,USD,active
                """);
        book.work();

        var said = detail(book);
        assertThat(said)
                .contains("Expansion: 100.00 → 125.50 USD, active", "Contraction: 125.50 → 120.00 USD")
                .contains("S1 · Core – posted_at 5 Oct 2026, 09:00, event ev-1, events.csv, line 2");
        assertThat(said.indexOf("ev-1")).isLessThan(said.indexOf("ev-2"));
    }

    @Test
    void a_movement_of_snapshots_has_no_events() {
        var book = october.opened();
        var lines =
                "account_id,subscription_id,product,period,mrr,currency,status\nA1,S1,Core,2026-%s,100.00,USD,active\n";
        book.receive(SourceKind.OPENING, lines.formatted("09"));
        book.receive(SourceKind.BILLING, lines.formatted("10"));
        book.work();

        assertThat(detail(book)).contains("Source rows").doesNotContain("Events");
    }

    private void events(OctoberBook.Book book, String rows) {
        book.organisation()
                .as(
                        "analyst",
                        () -> sources.receive(
                                OctoberBook.OCTOBER,
                                SourceKind.BILLING,
                                "generic-events",
                                "events.csv",
                                new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8))));
    }

    @SuppressWarnings("unchecked")
    private String detail(OctoberBook.Book book) {
        screen.signIn(book.organisation(), "manager");
        UI.getCurrent().add(panels.of(closes.of(OctoberBook.OCTOBER), "USD", () -> {}));
        Grid<Movement> movements = find(Grid.class).id("movements");
        movements.select(test(movements).getRow(0));
        return find(MovementDetail.class).single().getElement().getTextRecursively();
    }
}
