package dev.tieout.corrections;

import static dev.tieout.corrections.FinalPeriods.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.tieout.DatabaseTest;
import dev.tieout.GivenOrganisation;
import dev.tieout.OnScreen;
import dev.tieout.closing.Closes;
import dev.tieout.corrections.Corrections.Draft;
import dev.tieout.tasks.Decision;
import dev.tieout.tasks.TaskKind;
import dev.tieout.tasks.Tasks;
import dev.tieout.tasks.Tasks.NewTask;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A correction as its author sees it, and a close that has been corrected. */
@DatabaseTest
@Import(FinalPeriods.class)
class CorrectionScreensTest extends SpringBrowserlessTest {

    @Autowired
    FinalPeriods periods;

    @Autowired
    OnScreen screen;

    @Autowired
    Closes closes;

    @Autowired
    Corrections corrections;

    @Autowired
    Tasks tasks;

    private GivenOrganisation organisation;

    @BeforeEach
    void closed_periods() {
        organisation = periods.closed();
    }

    @AfterEach
    void signOut() {
        screen.signOut();
    }

    @Test
    void what_cannot_be_read_is_told_at_its_field_and_nothing_is_raised() {
        screen.signIn(organisation, "analyst");
        UI.getCurrent().navigate("closes/2026-10/correct");
        test(findInView(TextArea.class).id("correction-comment")).setValue("Credit note 77 was missed");
        test(findInView(TextField.class).withClassName("change-mrr").single()).setValue("1,300");
        test(findInView(Button.class).id("raise")).click();

        var mrr = findInView(TextField.class).withClassName("change-mrr").single();
        assertThat(mrr.isInvalid()).isTrue();
        assertThat(mrr.getErrorMessage()).isEqualTo("“1,300” is not a number like 1234.50.");
        var account = findInView(ComboBox.class).withClassName("change-account").single();
        assertThat(account.isInvalid()).isTrue();
        assertThat(account.getErrorMessage()).isEqualTo("Is missing.");
        assertThat(organisation.as("manager", () -> corrections.of(close()))).isEmpty();
    }

    @Test
    void a_corrected_close_says_that_it_was_restated() {
        corrected();
        screen.signIn(organisation, "manager");
        UI.getCurrent().navigate("closes/2026-10");
        assertThat(find(H1.class).single().getText()).isEqualTo("Close of October 2026");
        assertThat(findInView(Span.class).withClassName("tag").all())
                .extracting(Span::getText)
                .contains("Restated")
                .doesNotContain("Final");
    }

    private void corrected() {
        var draft =
                new Draft("Credit note 77 was missed", null, Changes.read(List.of(AboutFinalPeriods.A1_BILLED_LESS)));
        var note = organisation.as("analyst", () -> corrections.raise(OCTOBER, draft));
        organisation.asSystem(() -> corrections.preview(note.id()));
        var task = organisation.asSystem(() ->
                tasks.open(new NewTask(close(), TaskKind.APPROVE_CORRECTION, "Approve", note.subject(), null, null)));
        organisation.as("controller", () -> tasks.complete(task.key(), Decision.APPROVE, "Checked with billing"));
        organisation.asSystem(() -> corrections.apply(note.id()));
    }

    private long close() {
        return organisation.as("manager", () -> closes.of(OCTOBER)).key();
    }
}
