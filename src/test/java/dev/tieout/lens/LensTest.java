package dev.tieout.lens;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import dev.tieout.DatabaseTest;
import dev.tieout.GivenOrganisation;
import dev.tieout.evidence.OctoberBook;
import dev.tieout.lens.LensReading.State;
import dev.tieout.movements.Movements;
import dev.tieout.publication.Publications;
import dev.tieout.publication.Publications.NotPublished;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Reason;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** One published October by every pack. */
@DatabaseTest
@Import({OctoberBook.class, LensBook.class})
class LensTest {

    @Autowired
    LensBook books;

    @Autowired
    Lens lens;

    @Autowired
    Movements movements;

    @Autowired
    Publications publications;

    @Autowired
    MockMvcTester mvc;

    OctoberBook.Book book;
    GivenOrganisation organisation;

    @BeforeEach
    void publish() {
        book = books.published(open -> {});
        organisation = book.organisation();
    }

    private LensResult by(String pack) {
        var reading = books.complete(book).readings().stream()
                .filter(one -> one.pack().id().equals(pack))
                .findFirst()
                .orElseThrow();
        assertThat(reading.trouble()).isNull();
        return requireNonNull(reading.result());
    }

    private static String nrr(LensResult result) {
        return requireNonNull(result.nrr()).decimal().toPlainString();
    }

    private static String grr(LensResult result) {
        return requireNonNull(result.grr()).decimal().toPlainString();
    }

    @Test
    void our_own_figures_stand_beside_as_published() {
        var report = books.complete(book);

        assertThat(report.nrr().orElseThrow().decimal()).isEqualByComparingTo("0.72");
        assertThat(report.grr().orElseThrow().decimal()).isEqualByComparingTo("0.72");
        assertThat(report.readings())
                .extracting(reading -> reading.pack().id())
                .containsExactly("chartmogul", "stripe", "profitwell", "maxio", "recurly", "chargebee");
        assertThat(report.readings()).allMatch(reading -> reading.state() == State.DONE);
    }

    @Test
    void chartmogul_counts_reactivation() {
        var result = by("chartmogul");

        assertThat(nrr(result)).isEqualTo("0.800000");
        assertThat(grr(result)).isEqualTo("0.720000");
        assertThat(result.accounts()).singleElement().satisfies(account -> {
            assertThat(account.account()).isEqualTo("Back");
            assertThat(account.effectOnNet()).isEqualByComparingTo("60");
            assertThat(account.effectOnGross()).isZero();
        });
    }

    @Test
    void stripe_and_recurly_read_this_month_as_we_do() {
        assertThat(nrr(by("stripe"))).isEqualTo("0.720000");
        assertThat(by("stripe").differing()).isZero();
        assertThat(nrr(by("recurly"))).isEqualTo("0.720000");
    }

    @Test
    void profitwell_keeps_what_is_cancelled_to_the_end_of_the_paid_cycle() {
        var result = by("profitwell");

        assertThat(nrr(result)).isEqualTo("0.920000");
        assertThat(grr(result)).isEqualTo("0.866667");
        assertThat(result.accounts()).extracting(LensResult.Account::account).containsExactly("Two", "Cancel");
        assertThat(requireNonNull(result.accounts().getFirst().was()).classes())
                .containsExactly(MovementClass.CONTRACTION);
        assertThat(requireNonNull(result.accounts().getFirst().becomes()).classes())
                .containsExactly(MovementClass.EXPANSION);
    }

    @Test
    void maxio_keeps_what_is_on_hold_and_calls_a_late_returner_new() {
        var result = by("maxio");

        assertThat(nrr(result)).isEqualTo("0.853333");
        assertThat(result.bridge().newAmount()).isEqualByComparingTo("60");
        assertThat(result.bridge().reactivation()).isZero();
        assertThat(result.accounts())
                .extracting(LensResult.Account::account)
                .containsExactlyInAnyOrder("Pause", "Back");
    }

    @Test
    void chargebee_measures_each_subscription_by_itself() {
        var result = by("chargebee");

        assertThat(nrr(result)).isEqualTo("0.666667");
        assertThat(grr(result)).isEqualTo("0.666667");
        assertThat(result.bridge().expansion()).isEqualByComparingTo("60");
        assertThat(result.bridge().churn()).isEqualByComparingTo("150");
        assertThat(result.bridge().contraction()).isEqualByComparingTo("100");
        assertThat(result.accounts())
                .filteredOn(account -> account.account().equals("Two"))
                .singleElement()
                .satisfies(
                        account -> assertThat(requireNonNull(account.becomes()).classes())
                                .containsExactly(MovementClass.CHURN, MovementClass.NEW, MovementClass.RENEWAL));
    }

    @Test
    void another_product_in_a_subscription_is_an_upgrade_of_it_and_no_churn() {
        var other = books.published(
                "Switch,S1,Basic,2026-09,80.0000,USD,active,\nBare,,One,2026-09,10.0000,USD,active,\n",
                "Switch,S1,Pro,2026-10,120.0000,USD,active,\nBare,,Two,2026-10,10.0000,USD,active,\n",
                _ -> {});
        var chargebee =
                requireNonNull(books.complete(other).readings().getLast().result());

        assertThat(chargebee.bridge().expansion()).isEqualByComparingTo("100");
        assertThat(chargebee.bridge().churn()).isEqualByComparingTo("160");
        assertThat(chargebee.accounts())
                .extracting(LensResult.Account::account)
                .contains("Bare")
                .doesNotContain("Switch");
        assertThat(chargebee.bridge().adds()).isTrue();
    }

    @Test
    void every_bridge_adds_up_and_retention_is_possible() {
        assertThat(books.complete(book).readings()).allSatisfy(reading -> {
            var result = requireNonNull(reading.result());
            assertThat(result.bridge().adds()).isTrue();
            assertThat(requireNonNull(result.grr()).exceeds(requireNonNull(result.nrr())))
                    .isFalse();
        });
    }

    @Test
    void overrides_are_left_out_and_exclusions_stand() {
        var other = books.published(open -> open.organisation().as("analyst", () -> {
            movements.override(open.close(), "Pause", "", MovementClass.CONTRACTION, Reason.PAUSED, "Only a break");
            movements.exclude(open.close(), "Cancel", "Internal", "Ours");
        }));
        var stripe = requireNonNull(books.complete(other).readings().get(1).result());

        assertThat(stripe.accounts()).singleElement().satisfies(account -> {
            assertThat(account.account()).isEqualTo("Pause");
            assertThat(requireNonNull(account.was()).classes()).containsExactly(MovementClass.CONTRACTION);
            assertThat(requireNonNull(account.becomes()).classes()).containsExactly(MovementClass.CHURN);
        });
        assertThat(stripe.bridge().opening()).isEqualByComparingTo("700");
    }

    @Test
    void nothing_is_published_by_looking() {
        books.complete(book);

        assertThat(organisation.as("manager", () -> publications.of(book.close())))
                .hasSize(1);
    }

    @Test
    void a_version_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> organisation.as("manager", () -> lens.of(book.close(), 7)))
                .isInstanceOf(NotPublished.class);
    }

    @Test
    void all_of_it_is_there_over_rest() {
        books.complete(book);
        var manager = organisation.login("manager");

        assertThat(mvc.get()
                        .uri("/api/v1/closes/2026-10/lens?version=1")
                        .with(httpBasic(manager, GivenOrganisation.PASSWORD)))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"period": "2026-10", "version": 1, "currency": "USD", "readOnly": true,
                         "published": {"nrr": "0.720000", "grr": "0.720000", "bridge": {"opening": "750.00"}},
                         "readings": [{"id": "chartmogul", "state": "DONE", "differing": 1, "figures": {"nrr": "0.800000"},
                                       "accounts": [{"account": "Back", "effectOnNet": "60.00"}]},
                                      {"id": "stripe"}, {"id": "profitwell"}, {"id": "maxio"}, {"id": "recurly"},
                                      {"id": "chargebee", "figures": {"nrr": "0.666667"}}]}
                        """);
        assertThat(mvc.get().uri("/api/v1/lenses").with(httpBasic(manager, GivenOrganisation.PASSWORD)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[*].name")
                .isEqualTo(List.of("ChartMogul", "Stripe Billing", "ProfitWell", "Maxio", "Recurly", "Chargebee"));
        assertThat(mvc.post()
                        .uri("/api/v1/closes/2026-10/lens/again?version=1")
                        .with(httpBasic(manager, GivenOrganisation.PASSWORD)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.readings[0].state")
                .isEqualTo("DONE");
        assertThat(mvc.post().uri("/api/v1/closes/2026-10/lens").with(httpBasic(manager, GivenOrganisation.PASSWORD)))
                .hasStatus(405);
    }
}
