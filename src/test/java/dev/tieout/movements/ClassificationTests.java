package dev.tieout.movements;

import static dev.tieout.terms.MovementClass.CHURN;
import static dev.tieout.terms.MovementClass.CONTRACTION;
import static dev.tieout.terms.MovementClass.EXPANSION;
import static dev.tieout.terms.MovementClass.NEW;
import static dev.tieout.terms.MovementClass.REACTIVATION;
import static dev.tieout.terms.MovementClass.RENEWAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenBook;
import dev.tieout.GivenBook.Book;
import dev.tieout.GivenOrganisation;
import dev.tieout.movements.Movement.DecidedBy;
import dev.tieout.movements.Movements.Sort;
import dev.tieout.terms.AccountStatus;
import dev.tieout.terms.Reason;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class ClassificationTests {

    @Autowired
    Given given;

    @Autowired
    GivenBook books;

    @Autowired
    Movements movements;

    GivenOrganisation organisation;

    @BeforeEach
    void an_organisation() {
        organisation = given.organisation();
    }

    @Test
    void an_account_that_pays_the_same_is_a_renewal_decided_by_a_row() {
        var book = open().account("A", "100", "100");
        var movement = only(book);
        assertThat(movement.movementClass()).isEqualTo(RENEWAL);
        assertThat(movement.decidedBy()).isInstanceOfSatisfying(DecidedBy.Row.class, row -> {
            assertThat(row.table()).isEqualTo("movement-classification");
            assertThat(row.version()).isEqualTo(1);
            assertThat(row.row()).isPositive();
        });
    }

    @Test
    void a_cohort_account_that_the_snapshot_does_not_mention_is_churn_and_flagged() {
        var movement = only(open().account("A", "100", null));
        assertThat(movement.status()).isEqualTo(AccountStatus.ABSENT);
        assertThat(movement.movementClass()).isEqualTo(CHURN);
        assertThat(movement.reason()).isEqualTo(Reason.ABSENT);
        assertThat(movement.review()).isTrue();
    }

    @Test
    void lines_are_netted_and_the_gross_amounts_kept() {
        var movement = only(open().opening("A", "S", "Core", "100")
                .opening("A", "S", "Extra", "40")
                .billing("A", "S", "Core", "180", "ACTIVE")
                .billing("A", "S", "Extra", "0", "CANCELLED"));
        assertThat(movement.movementClass()).isEqualTo(EXPANSION);
        assertThat(movement.grossUp()).isEqualByComparingTo("80");
        assertThat(movement.grossDown()).isEqualByComparingTo("40");
        assertThat(movement.change()).isEqualByComparingTo("40");
    }

    @Test
    void another_product_is_a_cross_sell() {
        var movement = only(open().account("A", "100", "100").billing("A", "S", "Extra", "40", "ACTIVE"));
        assertThat(movement.movementClass()).isEqualTo(EXPANSION);
        assertThat(movement.reason()).isEqualTo(Reason.CROSS_SELL);
    }

    @Test
    void more_and_fewer_seats_are_told_from_a_price() {
        var book = open().opening("UP", "S", "Core", "100", "USD", 10, null)
                .billing("UP", "S", "Core", "150", "USD", "ACTIVE", 15, null)
                .opening("DOWN", "S", "Core", "100", "USD", 10, null)
                .billing("DOWN", "S", "Core", "50", "USD", "ACTIVE", 5, null)
                .account("PRICE", "100", "110");
        assertThat(classes(book))
                .containsExactly(
                        Tuple.tuple("DOWN", CONTRACTION, Reason.SEATS_LOST),
                        Tuple.tuple("PRICE", EXPANSION, Reason.PRICE_UPLIFT),
                        Tuple.tuple("UP", EXPANSION, Reason.SEATS));
    }

    @Test
    void a_discount_to_nothing_follows_the_policy() {
        books.policy(organisation, "full_discount", "CONTRACTION");
        var movement = only(open().opening("A", "S", "Core", "100", "USD", null, "0")
                .billing("A", "S", "Core", "0", "USD", "ACTIVE", null, "100"));
        assertThat(movement.movementClass()).isEqualTo(CONTRACTION);
        assertThat(movement.reason()).isEqualTo(Reason.DISCOUNT_ADDED);
    }

    @Test
    void a_pause_follows_the_policy() {
        var book = open().opening("A", "S", "Core", "100").billing("A", "S", "Core", "100", "PAUSED");
        assertThat(only(book).movementClass()).isEqualTo(CHURN);

        organisation = given.organisation();
        books.policy(organisation, "pause", "CONTRACTION");
        var paused = only(open().opening("A", "S", "Core", "100").billing("A", "S", "Core", "100", "PAUSED"));
        assertThat(paused.movementClass()).isEqualTo(CONTRACTION);
        assertThat(paused.closing()).isZero();

        organisation = given.organisation();
        books.policy(organisation, "pause", "KEEP");
        var kept = only(open().opening("A", "S", "Core", "100").billing("A", "S", "Core", "100", "PAUSED"));
        assertThat(kept.movementClass()).isEqualTo(RENEWAL);
        assertThat(kept.closing()).isEqualByComparingTo("100");
    }

    @Test
    void the_line_that_is_lost_decides_why_an_account_ends() {
        var movement = only(open().opening("A", "S", "Core", "100")
                .billing("A", "S", "Core", "0", "UNPAID")
                .billing("A", "S", "Free", "0", "ACTIVE"));
        assertThat(movement.reason()).isEqualTo(Reason.NON_PAYMENT);
    }

    @Test
    void a_trial_is_no_movement_until_it_pays() {
        var book = open().billing("T", "S", "Core", "50", "TRIAL").account("A", "10", "10");
        assertThat(classes(book)).extracting(row -> row.toList().getFirst()).containsExactly("A");
    }

    @Test
    void a_newcomer_is_new_unless_it_was_active_before() {
        var book = open().account("FRESH", null, "10")
                .account("FORMER", null, "10")
                .known("FRESH", LocalDate.of(2026, 10, 5), null, "{}")
                .known("FORMER", LocalDate.of(2024, 1, 1), LocalDate.of(2025, 3, 1), "{}");
        assertThat(classes(book))
                .containsExactly(
                        Tuple.tuple("FORMER", REACTIVATION, Reason.RETURNED),
                        Tuple.tuple("FRESH", NEW, Reason.NEW_LOGO));
    }

    @Test
    void beyond_the_reactivation_window_a_returner_is_new() {
        books.policy(organisation, "reactivation_months", 6);
        var book = open().account("LATE", null, "10")
                .account("SOON", null, "10")
                .known("LATE", LocalDate.of(2024, 1, 1), LocalDate.of(2026, 3, 31), "{}")
                .known("SOON", LocalDate.of(2024, 1, 1), LocalDate.of(2026, 4, 1), "{}");
        assertThat(classes(book))
                .containsExactly(
                        Tuple.tuple("LATE", NEW, Reason.RETURNED), Tuple.tuple("SOON", REACTIVATION, Reason.RETURNED));
    }

    @Test
    void earlier_closes_tell_who_was_active() {
        open("2026-08").account("A", "10", "10").published("A", "10");
        open("2026-09").account("A", "10", null).finished();
        assertThat(only(open().account("A", null, "10")).movementClass()).isEqualTo(REACTIVATION);
    }

    @Test
    void at_line_grain_each_line_moves_by_itself() {
        books.policy(organisation, "grain", "LINE");
        var book = open().account("A", "100", "100")
                .billing("A", "S", "Extra", "40", "ACTIVE")
                .opening("B", "S", "Core", "100")
                .opening("B", "S", "Extra", "50")
                .billing("B", "S", "Core", "100", "ACTIVE")
                .billing("B", "S", "Extra", "0", "CANCELLED")
                .opening("C", "S", "Core", "10")
                .billing("C", "S", "Core", "0", "CANCELLED");
        assertThat(classified(book))
                .extracting(Movement::account, Movement::line, Movement::movementClass)
                .containsExactly(
                        Tuple.tuple("A", "S/Core", RENEWAL),
                        Tuple.tuple("A", "S/Extra", EXPANSION),
                        Tuple.tuple("B", "S/Core", RENEWAL),
                        Tuple.tuple("B", "S/Extra", CONTRACTION),
                        Tuple.tuple("C", "S/Core", CHURN));
    }

    @Test
    void constant_currency_converts_both_ends_at_the_opening_rate() {
        var movement = only(open().rate("EUR", "1.10", "1.20")
                .opening("A", "S", "Core", "100", "EUR", null, null)
                .billing("A", "S", "Core", "100", "EUR", "ACTIVE", null, null));
        assertThat(movement.movementClass()).isEqualTo(RENEWAL);
        assertThat(movement.closing()).isEqualByComparingTo("110");
    }

    @Test
    void as_reported_the_rate_is_fx_and_no_movement() {
        books.policy(organisation, "fx", "AS_REPORTED");
        var movement = only(open().rate("EUR", "1.10", "1.20")
                .opening("A", "S", "Core", "100", "EUR", null, null)
                .billing("A", "S", "Core", "100", "EUR", "ACTIVE", null, null));
        assertThat(movement.movementClass()).isEqualTo(RENEWAL);
        assertThat(movement.closing()).isEqualByComparingTo("120");
        assertThat(movement.fx()).isEqualByComparingTo("10");
    }

    @Test
    void a_missing_rate_names_the_account() {
        var book = open().opening("A", "S", "Core", "100", "EUR", null, null);
        assertThatThrownBy(() -> classified(book))
                .isInstanceOf(RateMissing.class)
                .hasMessageContaining("A");
    }

    @Test
    void a_material_change_is_flagged() {
        books.policy(organisation, "materiality", 50);
        var book = open().account("BIG", "100", "150").account("SMALL", "100", "149");
        assertThat(classified(book)).extracting(Movement::review).containsExactly(true, false);
    }

    @Test
    void attributes_come_along_with_the_start_year() {
        var book = open().account("A", "1", "1").known("A", LocalDate.of(2023, 5, 1), null, "{\"segment\": \"SMB\"}");
        assertThat(only(book).attributes()).containsEntry("segment", "SMB").containsEntry("start_year", "2023");
    }

    @Test
    void classifying_again_and_in_other_shards_gives_the_same_rows() {
        var book = open();
        for (int i = 0; i < 30; i++) {
            book.account("A" + i, "100", String.valueOf(90 + i));
        }
        var once = classified(book);
        assertThat(classified(book)).isEqualTo(once);
        for (int shard = 0; shard < 4; shard++) {
            int part = shard;
            assertThat(organisation.asSystem(() -> movements.classify(book.close(), part, 4)))
                    .isBetween(1L, 29L);
        }
        assertThat(stored(book)).isEqualTo(once);
        assertThat(organisation.as("manager", () -> movements.shards(book.close())))
                .isEqualTo(1);
    }

    @Test
    void an_account_that_left_the_sources_leaves_the_movements() {
        var book = open().account("A", "1", "1").account("B", null, "1");
        assertThat(classified(book)).hasSize(2);
        books.sql(organisation, "delete from billing_row where account = 'B'");
        assertThat(classified(book)).hasSize(1);
    }

    private Book open() {
        return open("2026-10");
    }

    private Book open(String period) {
        return books.open(organisation, period);
    }

    private List<Movement> classified(Book book) {
        organisation.asSystem(() -> movements.classify(book.close(), 0, 1));
        return stored(book);
    }

    private List<Movement> stored(Book book) {
        return organisation.as(
                "manager", () -> movements.find(book.close(), MovementFilter.all(), Sort.byAccount(), 0, 100));
    }

    private Movement only(Book book) {
        return assertThat(classified(book)).singleElement().actual();
    }

    private List<Tuple> classes(Book book) {
        return classified(book).stream()
                .map(movement -> Tuple.tuple(movement.account(), movement.movementClass(), movement.reason()))
                .toList();
    }
}
