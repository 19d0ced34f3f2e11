package dev.tieout.rules.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.OnScreen;
import dev.tieout.rules.RuleTables;
import dev.tieout.web.ui.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Golden cases on screen. */
@DatabaseTest
class GoldenCasesViewTest extends SpringBrowserlessTest {

    @Autowired
    Given given;

    @Autowired
    OnScreen screen;

    @AfterEach
    void signOut() {
        screen.signOut();
    }

    @Test
    void every_case_stands_there_with_what_the_version_makes_of_it() {
        open("manager");

        assertThat(findInView(NativeTableRow.class).all()).hasSize(1 + 31);
        assertThat(findInView(Tab.class).all()).extracting(Tab::getLabel).contains("All (31)", "Broken (0)");
        assertThat(findInView(Button.class).all())
                .extracting(Button::getText)
                .doesNotContain("Add a case", "Duplicate", "Change");
    }

    @Test
    @SuppressWarnings("unchecked")
    void an_analyst_adds_a_case_that_the_version_breaks() {
        open("analyst");

        test(findInView(Button.class).id("add-case")).click();
        test(find(TextField.class).id("case-name")).setValue("Nothing becomes a renewal");
        test((Select<String>) find(Select.class).id("case-class")).selectItem("churn");
        test(find(Button.class).id("keep-case")).click();

        assertThat(findInView(Tab.class).all()).extracting(Tab::getLabel).contains("All (32)", "Broken (1)");
        test(findInView(Tabs.class).single()).select("Broken (1)");
        assertThat(findInView(Tag.class).all()).extracting(Tag::getText).containsExactly("own", "breaks");
        assertThat(findInView(NativeTableRow.class).last().getElement().getTextRecursively())
                .contains("Nothing becomes a renewal", "gets renewal");
    }

    @Test
    void an_approver_leaves_a_case_out_and_it_is_marked_and_held_no_more() {
        open("approver");
        test(findInView(Button.class).withText("Leave out").all().getFirst()).click();

        assertThat(findInView(Tab.class).all())
                .extracting(Tab::getLabel)
                .containsExactly("All (31)", "Broken (0)", "Left out (1)");
        test(findInView(Tabs.class).single()).select("Left out (1)");
        assertThat(findInView(Tag.class).all()).extracting(Tag::getText).contains("left out");
        test(findInView(Button.class).withText("Take in").single()).click();
        assertThat(findInView(Tab.class).all()).extracting(Tab::getLabel).contains("Left out (0)");
    }

    @Test
    void an_analyst_copies_a_case_that_stands() {
        open("analyst");
        assertThat(findInView(Button.class).all())
                .extracting(Button::getText)
                .contains("Duplicate")
                .doesNotContain("Change", "Leave out");
    }

    @Test
    void an_approver_changes_it_or_leaves_it_out() {
        open("approver");

        assertThat(findInView(Button.class).all()).extracting(Button::getText).contains("Change", "Leave out");
    }

    private void open(String person) {
        screen.signIn(given.organisation(), person);
        UI.getCurrent()
                .navigate(
                        GoldenCasesView.class,
                        new RouteParameters(
                                new RouteParam("table", RuleTables.MOVEMENT_CLASSIFICATION),
                                new RouteParam("version", "1")));
    }
}
