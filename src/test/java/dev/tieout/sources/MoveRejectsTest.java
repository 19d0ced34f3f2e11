package dev.tieout.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tieout.sources.Receipt.Reject;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Moves that cannot be, each told with its reason. */
class MoveRejectsTest extends MovingCustomers {

    @Test
    void rows_that_cannot_be_are_rejects_each_with_its_reason() {
        var receipt = moves("""
                old,OX,,,new,NX,,
                old,OA,S9,,new,NA,,
                old,OB,,,new,OB,,
                old,OC,,,new,OD,,
                old,OD,,,new,OC,,
                old,OA,S1,,new,NA,sub_1,one
                """);
        var rejects = new ArrayList<Reject>();
        book.organisation().as("manager", () -> sources.eachReject(receipt.id(), rejects::add));
        assertThat(rejects)
                .extracting(Reject::line, Reject::reason)
                .containsExactly(
                        tuple(2L, "an account that neither the opening balance nor a file of accounts knows"),
                        tuple(3L, "a line that the account does not open with"),
                        tuple(4L, "moves to itself"),
                        tuple(6L, "an account that neither the opening balance nor a file of accounts knows"),
                        tuple(7L, "two lines would become one; name a line of its own for each"));
        assertThat(receipt.rows()).isEqualTo(6);
        assertThat(receipt.accepted() + receipt.rejected()).isEqualTo(6);
        assertThat(opening()).containsExactly("OA S1 Core", "OA S1 Seats", "OB S2 Core", "OD S3 Core");
    }

    @Test
    void a_move_that_goes_in_a_circle_is_refused() {
        var receipt = moves("old,OB,,,new,OC,,\nold,OC,,,new,OB,,\n");
        assertThat(receipt.accepted()).isZero();
        assertThat(opening()).contains("OB S2 Core", "OC S3 Core");
    }

    @Test
    void an_account_that_is_still_billed_under_its_old_id_is_told_of() {
        everybodyMoves();
        receive(SourceKind.BILLING, "generic-snapshot", SNAPSHOT + "OB,S2,Core,2026-11,50.00,USD,active\n");
        assertThat(book.organisation().as("manager", () -> sources.exceptions(november)))
                .contains("Account “OB” moved to “NB” and is still billed under its old id.");
    }
}
