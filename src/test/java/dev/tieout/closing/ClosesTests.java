package dev.tieout.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.terms.Period;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class ClosesTests {

    private static final Period AUGUST = Period.parse("2026-08");
    private static final Period SEPTEMBER = AUGUST.next();

    @Autowired
    private Given given;

    @Autowired
    private Closes closes;

    @Autowired
    private SignOffs signOffs;

    @Autowired
    private Contributions contributions;

    private GivenOrganisation organisation;

    @BeforeEach
    void anOrganisation() {
        organisation = given.organisation();
    }

    @Test
    void an_opened_period_pins_its_policy_and_every_table() {
        var close = open(AUGUST);

        assertThat(close.state()).isEqualTo(CloseState.OPEN);
        assertThat(close.firstPeriod()).isTrue();
        assertThat(close.policyVersion()).isEqualTo(1);
        assertThat(close.ruleVersions())
                .containsOnlyKeys("movement-classification", "variance-cause", "status-crosswalk")
                .containsValue(1);
        assertThat(close.cutoff()).hasToString("2026-09-01T00:00:00Z");
    }

    @Test
    void a_period_opens_once() {
        open(AUGUST);

        assertThatThrownBy(() -> open(AUGUST))
                .isInstanceOf(Closes.PeriodExists.class)
                .hasMessageContaining("2026-08");
    }

    @Test
    void of_many_who_open_at_once_one_does() throws Exception {
        Callable<Boolean> attempt = () -> {
            try {
                open(AUGUST);
                return true;
            } catch (Closes.PeriodExists lost) {
                return false;
            }
        };

        try (var people = Executors.newFixedThreadPool(6)) {
            var attempts = people.invokeAll(
                    IntStream.range(0, 6).mapToObj(number -> attempt).toList());
            assertThat(attempts.stream().map(Future::resultNow).collect(Collectors.toList()))
                    .containsOnlyOnce(true);
        }
    }

    @Test
    void the_next_period_waits_for_the_publication_of_the_one_before() {
        var august = open(AUGUST);

        assertThatThrownBy(() -> open(SEPTEMBER)).isInstanceOf(Closes.PreviousNotPublished.class);

        organisation.asSystem(() -> closes.entered(august.key(), CloseState.PROVISIONAL, "Resolve variances"));
        assertThat(open(SEPTEMBER).firstPeriod()).isFalse();
    }

    @Test
    void a_provisional_close_that_goes_back_does_not_hold_the_next_period_up() {
        var august = open(AUGUST);
        organisation.asSystem(() -> closes.entered(august.key(), CloseState.PROVISIONAL, "Resolve variances"));
        organisation.asSystem(() -> closes.entered(august.key(), CloseState.IN_REVIEW, "Approve classification"));

        assertThat(open(SEPTEMBER).firstPeriod()).isFalse();
    }

    @Test
    void no_period_is_skipped() {
        var august = open(AUGUST);
        organisation.asSystem(() -> closes.entered(august.key(), CloseState.FINAL, "Final"));

        assertThatThrownBy(() -> open(Period.parse("2026-10")))
                .isInstanceOf(Closes.PreviousNotPublished.class)
                .hasMessageContaining("2026-09");
    }

    @Test
    void a_quarter_is_refused_where_the_policy_closes_months() {
        assertThatThrownBy(() -> open(Period.parse("2026-Q3"))).isInstanceOf(Closes.WrongLength.class);
    }

    @Test
    void an_approver_does_not_open_periods() {
        assertThatThrownBy(() -> organisation.as("approver", () -> closes.open(AUGUST)))
                .isInstanceOf(CurrentActor.NotAllowed.class);
    }

    @Test
    void a_change_raises_the_revision_and_suspends_what_was_signed_for() {
        var close = open(AUGUST);
        organisation.as("approver", () -> signOffs.sign(close.key(), SignOff.Kind.CLASSIFICATION, "fine"));
        organisation.as("controller", () -> signOffs.sign(close.key(), SignOff.Kind.PUBLICATION, null));

        long revision = organisation.as(
                "analyst", () -> closes.changed(close.key(), SignOff.Kind.PUBLICATION, "a variance moved"));

        assertThat(revision).isEqualTo(1);
        var signed = organisation.as("manager", () -> signOffs.of(close.key()));
        assertThat(signed)
                .filteredOn(SignOff::stands)
                .extracting(SignOff::kind)
                .containsExactly(SignOff.Kind.CLASSIFICATION);
        assertThat(signed)
                .filteredOn(sign -> !sign.stands())
                .singleElement()
                .extracting(SignOff::suspendedBecause)
                .isEqualTo("a variance moved");
    }

    @Test
    void a_change_that_comes_after_the_final_version_is_refused_and_what_was_signed_stands() {
        var close = open(AUGUST);
        organisation.as("approver", () -> signOffs.sign(close.key(), SignOff.Kind.CLASSIFICATION, "fine"));
        organisation.asSystem(() -> closes.entered(close.key(), CloseState.FINAL, "Close final"));
        assertThatThrownBy(() -> organisation.as(
                        "analyst", () -> closes.changed(close.key(), SignOff.Kind.CLASSIFICATION, "A1 was overridden")))
                .isInstanceOf(Closes.CloseIsFinal.class);
        assertThat(organisation.as("manager", () -> closes.withKey(close.key())).revision())
                .isEqualTo(close.revision());
        assertThat(organisation.as("manager", () -> signOffs.of(close.key()))).allMatch(SignOff::stands);
    }

    @Test
    void who_did_something_stays_known() {
        var close = open(AUGUST);
        organisation.as("analyst2", () -> contributions.note(close.key(), Contributions.Kind.OVERRODE));
        organisation.as("analyst2", () -> contributions.note(close.key(), Contributions.Kind.OVERRODE));
        organisation.asSystem(() -> contributions.note(close.key(), Contributions.Kind.IMPORTED));

        var did = organisation.as(
                "manager",
                () -> contributions.of(
                        close.key(), organisation.person("analyst2").name()));

        assertThat(did).containsExactly(Contributions.Kind.OVERRODE);
    }

    @Test
    void another_organisation_has_no_such_close() {
        open(AUGUST);
        var other = given.organisation();

        assertThatThrownBy(() -> other.as("manager", () -> closes.of(AUGUST))).isInstanceOf(Closes.NoSuchClose.class);
    }

    private Close open(Period period) {
        return organisation.as("analyst", () -> closes.open(period));
    }
}
