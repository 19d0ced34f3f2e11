package dev.tieout.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tieout.closing.SignOff;
import dev.tieout.lineage.Edition;
import dev.tieout.lineage.Origin;
import dev.tieout.movements.Movement;
import dev.tieout.publication.Publication.Status;
import dev.tieout.terms.MovementClass;
import dev.tieout.verification.Verified;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Customers who move from one billing system to another stay the same customers. */
class AccountMovesTest extends MovingCustomers {

    @Test
    void everybody_renews_and_nrr_is_what_it_is_without_the_move() {
        assertThat(everybodyMoves().accepted()).isEqualTo(4);
        billedByTheNewSystem();
        postedUnderOldAndNewIds();
        assertThat(classified())
                .extracting(
                        Movement::account,
                        Movement::movementClass,
                        each -> each.grossUp().signum())
                .containsExactly(
                        tuple("NA", MovementClass.RENEWAL, 0),
                        tuple("NB", MovementClass.RENEWAL, 0),
                        tuple("NC", MovementClass.RENEWAL, 0));
        var total =
                book.organisation().as("manager", () -> metrics.total(november)).orElseThrow();
        assertThat(total.nrr(false).orElseThrow().percent()).isEqualTo("100.00 %");
        assertThat(total.logoRetention().orElseThrow().percent()).isEqualTo("100.00 %");
        assertThat(book.organisation().as("manager", () -> metrics.slices(november, "segment")))
                .extracting(slice ->
                        slice.slice() + " " + slice.nrr(false).orElseThrow().percent())
                .contains("big 100.00 %", "small 100.00 %");
    }

    @Test
    void the_legs_tie_out_and_the_balance_rolls_forward_under_the_new_ids() {
        everybodyMoves();
        billedByTheNewSystem();
        postedUnderOldAndNewIds();
        classified();
        assertThat(book.organisation()
                        .as("manager", () -> reconciliation.open(november))
                        .count())
                .isZero();
        assertThat(book.organisation().as("manager", () -> reconciliation.rollForward(november)))
                .hasValueSatisfying(rolled -> assertThat(rolled.ties()).isTrue());
    }

    @Test
    void of_balances_of_accounts_that_become_one_only_one_can_go_by_the_new_id() {
        receive(
                SourceKind.RETAINED,
                "generic-retained",
                "account_id,amount,currency\nOA,120,USD\nOB,50,USD\nOC,30,USD\n");
        moves("old,OB,,,new,NX,sub_1,\nold,OC,,,new,NX,sub_2,\n");
        assertThat(book.inDatabase(() -> jdbc.sql(
                                "select account || ' ' || amount::int from retained_row where close_id = ? order by 1")
                        .param(november)
                        .query(String.class)
                        .list()))
                .containsExactly("NX 50", "OA 120", "OC 30");
    }

    @Test
    void without_the_file_it_is_churn_and_new() {
        billedByTheNewSystem();
        assertThat(classified())
                .extracting(Movement::movementClass)
                .contains(MovementClass.CHURN, MovementClass.NEW)
                .doesNotContain(MovementClass.RENEWAL);
    }

    @Test
    void a_file_that_comes_after_billing_does_the_same_and_a_better_one_undoes_it() {
        var before = book.organisation()
                .as("manager", () -> closes.withKey(november))
                .cohortHash();
        billedByTheNewSystem();
        var receipt = everybodyMoves();
        assertThat(book.organisation()
                        .as("manager", () -> closes.withKey(november))
                        .cohortHash())
                .isNotEqualTo(before);
        assertThat(everybodyMoves()).isEqualTo(receipt.again());
        book.organisation()
                .as(
                        "analyst",
                        () -> sources.replace(receipt.id(), "better.csv", FileBody.of(MOVES + "old,OA,,,new,NZ,,\n")));
        assertThat(opening()).containsExactly("NZ S1 Core", "NZ S1 Seats", "OB S2 Core", "OC S3 Core");
    }

    @Test
    void lineage_and_the_pack_tell_of_the_move_and_the_pack_verifies() {
        everybodyMoves();
        billedByTheNewSystem();
        postedUnderOldAndNewIds();
        classified();
        var rows =
                book.organisation().as("manager", () -> lineage.origins(new Edition(november, null), "NC", "", 0, 9));
        var opened = rows.getFirst();
        assertThat(Objects.requireNonNull(opened.moved()))
                .extracting(Origin.Moved::account, moved -> moved.by().line())
                .containsExactly("OC", 5L);
        assertThat(Objects.requireNonNull(opened.carried()).account()).isEqualTo("OC");
        book.organisation().as("approver", () -> signOffs.sign(november, SignOff.Kind.CLASSIFICATION, null));
        book.organisation().as("controller", () -> signOffs.sign(november, SignOff.Kind.PUBLICATION, null));
        book.organisation().asSystem(() -> publications.publish(november, Status.FINAL));
        var verified = Verified.of(pack());
        assertThat(verified.output()).contains("came out");
        assertThat(verified.exit()).isZero();
        assertThat(book.organisation().as("manager", () -> lineage.origins(new Edition(november, 1), "NC", "", 0, 9)))
                .first()
                .satisfies(origin -> assertThat(origin.moved()).isNotNull());
    }

    private Path pack() {
        return book.organisation().as("manager", () -> {
            try (var pack = evidence.write(november, 1);
                    var content = pack.content()) {
                var file = directory.resolve(pack.fileName());
                Files.copy(content, file);
                return file;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
