package dev.tieout.sources.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.tieout.DatabaseTest;
import dev.tieout.OnScreen;
import dev.tieout.closing.Closes;
import dev.tieout.evidence.OctoberBook;
import dev.tieout.sources.ImportProfiles.Described;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** How files are read, said and chosen on screen. */
@DatabaseTest
@Import(OctoberBook.class)
class PlansOnScreenTest extends SpringBrowserlessTest {

    @Autowired
    OctoberBook october;

    @Autowired
    OnScreen screen;

    @Autowired
    SourcePanels panels;

    @Autowired
    Closes closes;

    @AfterEach
    void signOut() {
        screen.signOut();
    }

    @Test
    void a_profile_that_lacks_its_plans_says_so_before_the_import_and_takes_them_on_screen_for_good() {
        var book = october.opened();
        screen.signIn(book.organisation(), "analyst");
        var panel = panels.toProvide(closes.of(OctoberBook.OCTOBER), () -> {});
        UI.getCurrent().add(panel);

        var billing = billing();
        var recurly = billing.getListDataView()
                .getItems()
                .filter(profile -> profile.name().equals("recurly-subscriptions-v6"))
                .findFirst()
                .orElseThrow();
        billing.setValue(recurly);
        assertThat(panel.getElement().getTextRecursively()).contains("No plan known: every row would be rejected");

        find(Button.class).withId("plans-billing").single().click();
        find(TextArea.class).withId("plan-intervals").single().setValue("gold = 1 year\nsilver = month");
        find(TextField.class).withId("plans-profile-name").single().setValue("our-recurly");
        find(Button.class).withId("plans-save").single().click();
        assertThat(panel.getElement().getTextRecursively()).contains("2 plans known");

        UI.getCurrent().remove(panel);
        UI.getCurrent().add(panels.toProvide(closes.of(OctoberBook.OCTOBER), () -> {}));
        assertThat(billing().getValue().name()).isEqualTo("our-recurly");
        assertThat(find(Anchor.class).withId("template-migration").single().getText())
                .isEqualTo("Template");
    }

    @SuppressWarnings("unchecked")
    private Select<Described> billing() {
        return (Select<Described>) find(Select.class).withId("profile-billing").single();
    }
}
