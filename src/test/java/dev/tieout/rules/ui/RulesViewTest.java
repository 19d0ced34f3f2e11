package dev.tieout.rules.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.rules.RuleTableVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;

/** The rule tables on screen. */
@DatabaseTest
class RulesViewTest extends SpringBrowserlessTest {

    @Autowired
    Given given;

    @Autowired
    UserDetailsService people;

    @BeforeEach
    void signIn() {
        var person = people.loadUserByUsername(given.organisation().login("manager"));
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        person, person.getPassword(), person.getAuthorities()));
        navigate(RulesView.class);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void the_movement_table_comes_first_with_a_column_for_each_condition_in_use() {
        var grid = rows();

        assertThat(grid.getListDataView().getItemCount()).isEqualTo(37);
        assertThat(grid.getColumns())
                .extracting(Grid.Column::getHeaderText)
                .startsWith("Row", "For", "grain", "opening", "closing")
                .endsWith("class", "reason", "review");
    }

    @Test
    void the_table_reads_as_sentences_too() {
        test(findInView(Tabs.class).last()).select("Sentences");

        assertThat(findInView(ListItem.class).all()).hasSize(37);
        assertThat(findInView(ListItem.class).all().get(14).getText()).endsWith("then churn, cancelled.");
    }

    @Test
    @SuppressWarnings("unchecked")
    void another_table_is_a_choice_away() {
        Select<RuleTableVersion> choice = findInView(Select.class).id("rule-table");
        test(choice).selectItem("Status crosswalk, version 1");

        assertThat(rows().getColumns())
                .extracting(Grid.Column::getHeaderText)
                .containsExactly("Row", "For", "billing_system", "status", "meaning");
    }

    @Test
    void it_stands_in_the_menu() {
        assertThat(MenuConfiguration.getMenuEntries())
                .extracting(MenuEntry::title)
                .contains("Rules");
    }

    private Grid<?> rows() {
        return findInView(RuleGrid.class).id("rule-rows");
    }
}
