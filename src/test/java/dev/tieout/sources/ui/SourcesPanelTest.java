package dev.tieout.sources.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import dev.tieout.DatabaseTest;
import dev.tieout.OnScreen;
import dev.tieout.closing.Closes;
import dev.tieout.evidence.OctoberBook;
import dev.tieout.sources.SourceKind;
import dev.tieout.sources.Sources;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The files of a close on screen: handed in, refused and told of. */
@DatabaseTest
@Import(OctoberBook.class)
class SourcesPanelTest extends SpringBrowserlessTest {

    private static final String SNAPSHOT = "account_id,subscription_id,product,period,mrr,currency,status\n";

    @Autowired
    OctoberBook october;

    @Autowired
    OnScreen screen;

    @Autowired
    SourcePanels panels;

    @Autowired
    Closes closes;

    @Autowired
    Sources sources;

    OctoberBook.Book book;

    @BeforeEach
    void an_open_close() {
        book = october.opened();
        screen.signIn(book.organisation(), "analyst");
    }

    @AfterEach
    void signOut() {
        screen.signOut();
    }

    @Test
    void a_file_of_moves_has_one_form_and_is_taken_in() {
        book.receive(SourceKind.OPENING, SNAPSHOT + "OLD,S1,Core,2026-09,100.00,USD,active\n");
        var panel = shown();
        assertThat(find(Button.class).withId("new-profile-migration").exists()).isFalse();
        assertThat(find(Button.class).withId("new-profile-billing").exists()).isTrue();
        assertThat(find(Select.class).withId("profile-migration").exists()).isFalse();
        assertThat(panel.getElement().getTextRecursively()).contains("Tieout’s own form");

        hand("upload-migration", "moves.csv", """
                old_account_id,old_subscription_id,old_product,new_account_id,new_subscription_id,new_product
                OLD,S1,Core,NEW,N1,Core
                """);

        assertThat(sources.of(book.close()))
                .filteredOn(receipt -> receipt.kind() == SourceKind.MIGRATION)
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.accepted()).isEqualTo(1));
        assertThat(panel.getElement().getTextRecursively())
                .contains("Moves between billing systems", "moves.csv", "1 row in");
    }

    @Test
    void rejected_rows_are_one_press_away_from_their_receipt() {
        var panel = shown();
        hand("upload-billing", "billing.csv", SNAPSHOT + "A1,S1,Core,2026-10,x,USD,active\n");

        var receipt = sources.of(book.close()).getFirst();
        assertThat(receipt.rejected()).isEqualTo(1);
        assertThat(panel.getElement().getTextRecursively()).contains("0 rows in");
        test(find(Button.class).withId("rejects-" + receipt.id()).single()).click();
        assertThat(find(Upload.class).withId("correct-rejects").exists()).isTrue();
    }

    private SourcesPanel shown() {
        var panel = panels.toProvide(closes.of(OctoberBook.OCTOBER), () -> {});
        UI.getCurrent().add(panel);
        return panel;
    }

    private void hand(String field, String name, String text) {
        test(find(Upload.class).withId(field).single()).upload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
