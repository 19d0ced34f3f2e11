package dev.tieout.corrections;

import static dev.tieout.corrections.FinalPeriods.DECEMBER;
import static dev.tieout.corrections.FinalPeriods.NOVEMBER;
import static dev.tieout.corrections.FinalPeriods.OCTOBER;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tieout.corrections.Correction.State;
import dev.tieout.corrections.Corrections.NumbersChanged;
import dev.tieout.publication.Publication;
import dev.tieout.publication.Publication.Status;
import dev.tieout.publication.Report.View;
import dev.tieout.reconciliation.Variance;
import dev.tieout.sources.SourceCorrections;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What comes of an approved note, in its own period and in later ones. */
class RestatementTest extends AboutFinalPeriods {

    @Test
    void a_correction_restates_its_period_and_the_one_that_opens_from_it_and_reopens_the_one_under_way() {
        var correction = applied(raise(OCTOBER, List.of(A1_BILLED_LESS)));

        assertThat(correction.state()).isEqualTo(State.APPLIED);
        assertThat(correction.refusal()).isNull();
        assertThat(correction.restated())
                .extracting(Correction.Restated::period)
                .containsExactly("2026-10", "2026-11");
        assertThat(versions(OCTOBER)).extracting(Publication::status).containsExactly(Status.FINAL, Status.RESTATED);
        assertThat(versions(NOVEMBER)).extracting(Publication::status).containsExactly(Status.FINAL, Status.RESTATED);
        var october = organisation.as(
                "manager", () -> publications.report(close(OCTOBER).key(), null, View.MRR, ""));
        assertThat(october.total().expansion()).isEqualByComparingTo("30");
        assertThat(october.total().closing()).isEqualByComparingTo("400");
        var november = organisation.as(
                "manager", () -> publications.report(close(NOVEMBER).key(), null, View.MRR, ""));
        assertThat(november.total().opening()).isEqualByComparingTo("400");
        assertThat(november.total().expansion()).isEqualByComparingTo("20");
        assertThat(november.total().closing()).isEqualByComparingTo("450");
    }

    @Test
    void the_first_publication_stays_as_it_was_and_the_restated_one_names_note_and_approver() {
        applied(raise(OCTOBER, List.of(A1_BILLED_LESS)));
        var first = organisation.as(
                "manager", () -> publications.report(close(OCTOBER).key(), 1, View.MRR, ""));
        assertThat(first.total().closing()).isEqualByComparingTo("420");
        assertThat(first.publication().stamps().corrections()).isEmpty();

        var stamps = versions(OCTOBER).getLast().stamps();
        assertThat(stamps.corrections()).singleElement().satisfies(note -> {
            assertThat(note.reason()).isEqualTo("Credit note 77 was missed");
            assertThat(note.raisedBy()).endsWith("-analyst");
            assertThat(note.approvedBy()).endsWith("-controller");
        });
        assertThat(stamps.approvers())
                .last()
                .satisfies(approver -> assertThat(approver.person()).endsWith("-controller"));
        assertThat(versions(NOVEMBER).getLast().stamps().corrections())
                .extracting(Publication.Correction::period)
                .containsExactly("2026-10");
        assertThat(versions(NOVEMBER).getLast().stamps().cohortHash())
                .isNotEqualTo(versions(NOVEMBER).getFirst().stamps().cohortHash());
    }

    @Test
    void the_preview_changes_nothing_and_says_what_applying_comes_to() {
        var trail = organisation.as("manager", audit::verify).rows();
        var raised = raise(OCTOBER, List.of(A1_BILLED_LESS));
        var previewed = previewed(raised);

        assertThat(previewed.state()).isEqualTo(State.AWAITING_APPROVAL);
        assertThat(versions(OCTOBER)).hasSize(1);
        assertThat(close(OCTOBER).isBeingCorrected()).isFalse();
        assertThat(organisation.as("manager", () -> sources.of(close(OCTOBER).key())))
                .hasSize(3);
        assertThat(organisation.as("manager", audit::verify).rows()).isEqualTo(trail + 2);
        var impact = requireNonNull(previewed.impact());
        assertThat(impact.periods()).extracting(Impact.PeriodImpact::period).containsExactly("2026-10", "2026-11");
        assertThat(impact.corrected().accounts()).singleElement().satisfies(account -> {
            assertThat(account.account()).isEqualTo("A1");
            assertThat(requireNonNull(account.after()).closing()).isEqualByComparingTo("130");
        });
        assertThat(requireNonNull(impact.corrected().after()).nrr()).isEqualByComparingTo("0.942857");
        assertThat(impact.corrected().variances())
                .singleElement()
                .satisfies(variance -> assertThat(variance.amount()).isEqualByComparingTo("20"));
    }

    @Test
    void the_note_explains_the_difference_that_it_opens_with_two_people_behind_it() {
        applied(raise(OCTOBER, List.of(A1_BILLED_LESS)));
        var variances = organisation.as(
                "manager", () -> reconciliation.variances(close(OCTOBER).key(), 0, 10));
        assertThat(variances).singleElement().satisfies(variance -> {
            assertThat(variance.state()).isEqualTo(Variance.State.EXPLAINED);
            assertThat(variance.explanation()).contains("Credit note 77 was missed");
            assertThat(variance.explainedBy()).endsWith("-analyst");
            assertThat(variance.approvedBy()).endsWith("-controller");
        });
    }

    @Test
    void a_posting_beside_the_line_leaves_no_difference_and_both_have_receipts_of_the_note() {
        var correction = applied(raise(
                OCTOBER,
                List.of(
                        A1_BILLED_LESS,
                        Map.of(
                                "kind",
                                "ledger-posting",
                                "entryId",
                                "cn-77",
                                "account",
                                "A1",
                                "postedOn",
                                "2026-10-20",
                                "amount",
                                "-20.00",
                                "currency",
                                "USD"))));
        assertThat(organisation.as(
                        "manager", () -> reconciliation.count(close(OCTOBER).key())))
                .isZero();
        assertThat(organisation.as("manager", () -> sources.of(close(OCTOBER).key())))
                .filteredOn(receipt -> receipt.profile().equals(SourceCorrections.PROFILE))
                .hasSize(2)
                .allSatisfy(receipt -> {
                    assertThat(receipt.fileName()).isEqualTo("correction-" + correction.id());
                    assertThat(receipt.sha256()).isEqualTo(correction.sha256());
                    assertThat(receipt.accepted()).isEqualTo(1);
                });
    }

    @Test
    void several_corrections_follow_one_another() {
        applied(raise(OCTOBER, List.of(A1_BILLED_LESS)));
        var second = applied(
                raise(OCTOBER, List.of(Map.of("kind", "exclude", "account", "A4", "reason", "Internal account"))));
        assertThat(second.state()).as(second.refusal()).isEqualTo(State.APPLIED);
        assertThat(versions(OCTOBER)).hasSize(3);
        assertThat(versions(OCTOBER).getLast().stamps().corrections()).hasSize(2);
        // An exclusion lasts one period: November opens as before and is not restated again.
        assertThat(versions(NOVEMBER)).hasSize(2);
    }

    @Test
    void numbers_that_changed_since_the_preview_are_not_published_but_previewed_again() {
        var november = previewed(raise(NOVEMBER, List.of(A1_BILLED_LESS)));
        applied(raise(OCTOBER, List.of(A1_BILLED_LESS)));
        var approved = approved(november);
        assertThatThrownBy(() -> organisation.asSystem(() -> corrections.apply(approved.id())))
                .isInstanceOf(NumbersChanged.class);
        assertThat(now(november).state()).isEqualTo(State.APPROVED);
        assertThat(versions(NOVEMBER)).hasSize(2);

        organisation.asSystem(() -> corrections.previewAgain(approved.id(), "The numbers changed."));
        assertThat(now(november).decidedBy()).isNull();
        assertThat(applied(november).state()).isEqualTo(State.APPLIED);
        assertThat(versions(NOVEMBER)).hasSize(3);
    }

    @Test
    void applying_twice_publishes_once() {
        var correction = applied(raise(OCTOBER, List.of(A1_BILLED_LESS)));
        organisation.asSystem(() -> corrections.apply(correction.id()));
        assertThat(versions(OCTOBER)).hasSize(2);
    }

    @Test
    void a_past_that_changes_is_taken_into_later_periods_whose_opening_stays() {
        // A3 had left in October; December, under way, sees it return. With its line still billed in October it has not
        // left for long.
        assertThat(classOf(DECEMBER, "A3")).isEqualTo(MovementClass.REACTIVATION);
        var correction = applied(raise(
                OCTOBER,
                List.of(Map.of(
                        "kind",
                        "opening-line",
                        "account",
                        "A3",
                        "subscription",
                        "s-A3",
                        "product",
                        "Core",
                        "mrr",
                        "0",
                        "currency",
                        "USD",
                        "status",
                        "active"))));
        assertThat(correction.refusal()).isNull();
        assertThat(correction.restated())
                .extracting(Correction.Restated::period, Correction.Restated::version)
                .containsExactly(tuple("2026-10", 2), tuple("2026-12", null));
        assertThat(classOf(DECEMBER, "A3")).isEqualTo(MovementClass.NEW);
    }

    private MovementClass classOf(Period period, String account) {
        return organisation
                .as("manager", () -> movements.of(close(period).key(), account, ""))
                .movementClass();
    }
}
