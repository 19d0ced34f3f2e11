package dev.tieout.sources;

import static dev.tieout.sources.OpenOctober.HEADER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.DatabaseTest;
import java.io.StringWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import(OpenOctober.class)
class CorrectedRejectsTest {

    private static final String FILE = HEADER + """
            A1,S1,P1,2026-10,100.00,USD,active,
            A2,S1,"P,2",2026-10,-7.00,USD,active,
            =A3,S1,P1,2026-10,x,USD,frozen,
            "A4"x,S1,P1,2026-10,1,USD,active,
            """;
    private static final String OUT =
            "account_id,subscription_id,product,period,mrr,currency,status,posted_at,tieout_line,tieout_reason";

    @Autowired
    OpenOctober october;

    @Autowired
    Sources sources;

    OpenOctober.Desk desk;
    Receipt faulty;

    @BeforeEach
    void a_file_with_rejects() {
        desk = october.anew();
        desk.receive(SourceKind.OPENING, HEADER + "A1,,,2026-09,10,USD,active,\n");
        faulty = desk.receive(SourceKind.BILLING, FILE);
    }

    @Test
    void rejected_rows_go_out_with_their_columns_line_and_reasons() {
        assertThat(out())
                .isEqualTo(OUT + "\r\n"
                        + "A2,S1,\"P,2\",2026-10,-7.00,USD,active,,3,mrr: negative; this amount is zero or more\r\n"
                        + "'=A3,S1,P1,2026-10,x,USD,frozen,,4,mrr: not a number like 1234.50; status: a status that the crosswalk does not know\r\n"
                        + "\"\"\"A4\"\"x,S1,P1,2026-10,1,USD,active,\",,,,,,,,5,(row): text after a closing quote\r\n");
    }

    @Test
    void corrected_rows_come_in_as_a_source_of_their_own_and_nothing_else_does() {
        var receipt = correct(OUT + "\n"
                + "A2,S1,\"P,2\",2026-10,7.00,USD,active,,3,\n"
                + "'=A3,S1,P1,2026-10,5,USD,frozen,,4,\n"
                + "A9,S1,P1,2026-10,5,USD,active,,2,\n"
                + "A2,S2,P1,2026-10,7.00,USD,active,,3,\n");
        assertThat(receipt.corrects()).isEqualTo(faulty.id());
        assertThat(receipt.rows()).isEqualTo(4);
        assertThat(receipt.accepted()).isEqualTo(1);
        assertThat(receipt.rejected()).isEqualTo(3);
        assertThat(desk.count("select count(*) from billing_row where account = 'A2' and product = 'P,2' and mrr = 7"))
                .isEqualTo(1);
        assertThat(desk.exceptions())
                .containsExactly(
                        "1 row of file.csv (source " + faulty.id() + ") was rejected.",
                        "3 rows of mended.csv (source " + receipt.id() + ") were rejected.");
    }

    @Test
    void what_goes_out_comes_in_again_unchanged() {
        var receipt = correct(out());
        assertThat(receipt.rejected()).isEqualTo(3);
        assertThat(desk.count("select count(*) from source_reject where value = 'x' and column_name = 'mrr'"))
                .isEqualTo(2);
        assertThat(desk.count("select count(*) from source_correction")).isEqualTo(3);
        assertThat(correct(out())).isEqualTo(receipt.again());
    }

    @Test
    void a_better_file_takes_the_place_of_the_faulty_one_and_of_its_corrections() {
        var receipt = correct(OUT + "\nA2,S1,\"P,2\",2026-10,7.00,USD,active,,3,\n");
        desk.replace(faulty, HEADER + "A2,S1,\"P,2\",2026-10,8.00,USD,active,\n");
        assertThat(desk.count("select sum(mrr)::bigint from billing_row")).isEqualTo(8);
        assertThat(desk.receipts())
                .filteredOn(Receipt::superseded)
                .extracting(Receipt::id)
                .containsExactly(faulty.id(), receipt.id());
        assertThat(desk.exceptions()).isEmpty();
    }

    @Test
    void rejects_are_given_page_by_page() {
        var first = desk.organisation.as("manager", () -> sources.rejects(faulty.id(), null, 2));
        assertThat(first.items()).extracting(Receipt.Reject::line).containsExactly(3L, 4L);
        var second = desk.organisation.as("manager", () -> sources.rejects(faulty.id(), first.next(), 2));
        assertThat(second.items()).extracting(Receipt.Reject::column).containsExactly("status", "(row)");
        assertThat(second.next()).isNull();
    }

    private String out() {
        var out = new StringWriter();
        desk.organisation.as("analyst", () -> sources.writeRejects(faulty.id(), out));
        return out.toString();
    }

    private Receipt correct(String text) {
        return desk.organisation.as("analyst", () -> sources.correct(faulty.id(), "mended.csv", FileBody.of(text)));
    }
}
