package dev.tieout.lineage;

import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.tieout.DatabaseTest;
import dev.tieout.evidence.OctoberBook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Lineage over HTTP. */
@DatabaseTest
@Import(OctoberBook.class)
class LineageRestTest {

    @Autowired
    OctoberBook october;

    @Autowired
    MockMvc http;

    OctoberBook.Book book;
    String login = "";

    @BeforeEach
    void a_classified_close() {
        book = october.classified();
        login = book.organisation().login("manager");
    }

    private ResultActions ask(String path) throws Exception {
        return http.perform(get("/api/v1/closes/2026-10" + path).with(httpBasic(login, "tieout")));
    }

    @Test
    void a_figure_comes_with_its_movements_page_by_page_and_says_that_they_come_to_it() throws Exception {
        ask("/figures/closing?limit=3")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.reported").value("570.50"))
                .andExpect(jsonPath("$.total").value("570.50"))
                .andExpect(jsonPath("$.agrees").value(true))
                .andExpect(jsonPath("$.movements").value(4))
                .andExpect(jsonPath("$.items", hasSize(3)))
                .andExpect(jsonPath("$.items[0].amount").value("300.00"))
                .andExpect(jsonPath("$.next").value("3"));
        ask("/figures/closing?limit=3&cursor=3")
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.next").isEmpty());
        ask("/figures/churn?slice=segment&value=small")
                .andExpect(jsonPath("$.total").value("55.00"))
                .andExpect(jsonPath("$.items[0].account").value("Gone"));
    }

    @Test
    void a_movement_comes_with_its_rows() throws Exception {
        ask("/movements/Keep/sources")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items", hasSize(2)))
                .andExpect(jsonPath("$.items[1].side").value("CLOSING"))
                .andExpect(jsonPath("$.items[1].line").value(4))
                .andExpect(jsonPath("$.items[1].amount").value("300.00"))
                .andExpect(jsonPath("$.items[1].file.sha256").isNotEmpty())
                .andExpect(jsonPath("$.items[1].duplicates[0].line").value(9));
        ask("/movements/Bad/rejects")
                .andExpect(jsonPath("$.items[0].place.line").value(8));
    }

    @Test
    void what_is_not_there_is_a_problem() throws Exception {
        ask("/figures/profit").andExpect(status().isNotFound());
        ask("/figures/closing?version=3").andExpect(status().isNotFound());
        ask("/figures/closing?cursor=x").andExpect(status().isBadRequest());
        ask("/movements/Nobody/sources").andExpect(status().isNotFound());
    }
}
