package dev.tieout.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tieout.rules.RuleTableRefused;
import dev.tieout.rules.RuleTables;
import dev.tieout.terms.AccountStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code rules/status-crosswalk.csv} and what may stand in it. */
class StatusCrosswalkTest {

    private static final String HEADER = "billing_system,status,meaning,comment\n";
    private static final String SHIPPED = CanonicalTables.text(RuleTables.STATUS_CROSSWALK);

    @Test
    void is_kept_in_canonical_writing() {
        assertThat(StatusCrosswalk.read(SHIPPED).csv()).isEqualTo(SHIPPED);
    }

    @ParameterizedTest
    @CsvSource({
        "active,ACTIVE",
        "trialing,TRIAL",
        "trial,TRIAL",
        "past_due,PAST_DUE",
        "paused,PAUSED",
        "on_hold,PAUSED",
        "pending_renewal,RENEWAL_PENDING",
        "canceled,CANCELLED",
        "cancelled,CANCELLED",
        "expired,EXPIRED",
        "unpaid,UNPAID",
        "non_payment,UNPAID"
    })
    void knows_the_usual_words(String word, AccountStatus meaning) {
        assertThat(StatusCrosswalk.read(SHIPPED).of("generic")).containsEntry(word, meaning);
    }

    @Test
    void a_system_without_rows_has_no_words() {
        assertThat(StatusCrosswalk.read(SHIPPED).of("elsewhere")).isEmpty();
    }

    @Test
    void words_are_kept_in_lower_case() {
        var crosswalk = StatusCrosswalk.read(HEADER + "Zuora, In Force ,active,\n");
        assertThat(crosswalk.of("zuora")).containsOnlyKeys("in force");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            generic,gone,LOST,         | meaning
            generic,gone,ABSENT,       | meaning
            generic,,CANCELLED,        | status
            generic,=1+1,CANCELLED,    | status
            ,gone,CANCELLED,           | billing_system
            generic,gone,CANCELLED,@x  | comment
            """)
    void a_bad_cell_is_refused(String line, String column) {
        assertThat(refused(HEADER + line).faults())
                .extracting(RuleTableRefused.Fault::column)
                .containsExactly(column);
    }

    @Test
    void one_word_of_a_system_has_one_meaning() {
        var refusal = refused(HEADER + "generic,gone,CANCELLED,\ngeneric,GONE,EXPIRED,\n");
        assertThat(refusal.sentence())
                .isEqualTo("The table “status-crosswalk” was refused: row 2, status “gone”: this word of the system"
                        + " stands above already.");
    }

    @Test
    void another_header_is_refused() {
        assertThat(refused("status,meaning\nactive,ACTIVE\n").faults()).hasSize(1);
    }

    private static RuleTableRefused refused(String csv) {
        var refusal = catchThrowableOfType(RuleTableRefused.class, () -> StatusCrosswalk.read(csv));
        assertThat(refusal).isNotNull();
        return refusal;
    }
}
