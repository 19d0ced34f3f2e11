package dev.tieout.exports.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.tieout.DatabaseTest;
import dev.tieout.OnScreen;
import dev.tieout.exports.PublishedOctober;
import dev.tieout.exports.ShareLink;
import dev.tieout.exports.ShareLinks;
import dev.tieout.exports.internal.SharedReports;
import dev.tieout.reconciliation.TiedClose;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Files and links on the page of a report. */
@DatabaseTest
@Import(PublishedOctober.class)
class ReportActionsTest extends SpringBrowserlessTest {

    @Autowired
    PublishedOctober october;

    @Autowired
    OnScreen screen;

    @Autowired
    ShareLinks links;

    @Autowired
    SharedReports shared;

    private TiedClose close;

    @BeforeEach
    void publish() {
        close = october.provisional();
    }

    @AfterEach
    void signOut() {
        screen.signOut();
    }

    private void as(String person) {
        screen.signIn(close.organisation(), person);
        UI.getCurrent().navigate("report/2026-10");
    }

    private Button button(String id) {
        return find(Button.class).withId(id).single();
    }

    @Test
    void everyone_downloads_and_only_controllers_share() {
        as("manager");
        assertThat(button("download").isEnabled()).isTrue();
        assertThat(find(Button.class).withId("share").exists()).isFalse();
    }

    @Test
    void the_page_says_how_the_ratios_read() {
        as("manager");
        assertThat(find(Div.class).withId("reading-guide").single().getElement().getTextRecursively())
                .contains("NRR: below 100 %", "GRR: below 100 %", "of the opening, is expansion");
        assertThat(find(Component.class).withId("divergence").exists()).isFalse();
    }

    @Test
    void a_controller_makes_a_link_reads_its_address_once_and_revokes_it() {
        as("controller");
        test(button("share")).click();
        test(button("share-make")).click();
        assertThat(made()).isEmpty();
        test(find(TextField.class).withId("share-note").single()).setValue("Supervisory board");
        test(find(IntegerField.class).withId("share-days").single()).setValue(30);
        test(button("share-make")).click();
        var link = made().getFirst();
        assertThat(link.note()).isEqualTo("Supervisory board");
        var address = find(TextField.class).withId("share-url").single().getValue();
        var token = address.substring(address.lastIndexOf('/') + 1);
        assertThat(shared.open(token)).isPresent();
        test(button("revoke-" + link.id())).click();
        assertThat(shared.open(token)).isEmpty();
        assertThat(find(Button.class).withId("revoke-" + link.id()).exists()).isFalse();
    }

    private List<ShareLink> made() {
        return close.organisation().as("manager", () -> links.of(close.id()));
    }
}
