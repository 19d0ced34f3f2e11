package dev.tieout.sources.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.tieout.DatabaseTest;
import dev.tieout.OnScreen;
import dev.tieout.closing.Closes;
import dev.tieout.evidence.OctoberBook;
import dev.tieout.rules.RuleDrafts;
import dev.tieout.rules.RuleTableVersion;
import dev.tieout.rules.RuleTables;
import dev.tieout.sources.SourceKind;
import dev.tieout.sources.Sources;
import dev.tieout.terms.AccountStatus;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Mapping an unknown word on screen, until its rows are in. */
@DatabaseTest
@Import(OctoberBook.class)
class StatusWordsPanelTest extends SpringBrowserlessTest {

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

    @Autowired
    RuleTables rules;

    @Autowired
    RuleDrafts drafts;

    @AfterEach
    void signOut() {
        screen.signOut();
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_word_is_mapped_approved_and_its_rows_are_read_again() {
        var book = october.opened();
        book.receive(SourceKind.BILLING, """
                account_id,subscription_id,product,period,mrr,currency,status
                A1,S1,P1,2026-10,100.00,USD,active
                A2,S1,P1,2026-10,30.00,USD,frozen
                """);
        screen.signIn(book.organisation(), "analyst");
        var changes = new AtomicInteger();
        var panel = panels.toProvide(closes.of(OctoberBook.OCTOBER), changes::incrementAndGet);
        UI.getCurrent().add(panel);
        assertThat(panel.getElement().getTextRecursively()).contains("“frozen”", "30.00 USD");

        ((Select<AccountStatus>) find(Select.class).withId("meaning-0").single()).setValue(AccountStatus.PAUSED);
        find(TextField.class).withId("meaning-why").single().setValue("Their word for a pause");
        find(Button.class).withId("submit-meanings").single().click();
        assertThat(panel.getElement().getTextRecursively()).contains("Version 2 awaits approval");

        var submitted = rules.versions().stream()
                .filter(version -> version.state() == RuleTableVersion.State.IN_REVIEW)
                .findFirst()
                .orElseThrow();
        book.organisation().as("approver", () -> drafts.approve(submitted.pinned(), null));
        var again = panels.toProvide(closes.of(OctoberBook.OCTOBER), changes::incrementAndGet);
        UI.getCurrent().remove(panel);
        UI.getCurrent().add(again);
        find(Button.class).withId("adopt-2").single().click();
        assertThat(again.getElement().getTextRecursively()).doesNotContain("“frozen”");
        assertThat(changes).hasValue(1);
        assertThat(sources.of(book.close()))
                .filteredOn(receipt -> receipt.corrects() != null)
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.accepted()).isEqualTo(1));
    }
}
