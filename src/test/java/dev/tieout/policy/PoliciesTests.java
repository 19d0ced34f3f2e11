package dev.tieout.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.terms.Period;
import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class PoliciesTests {

    private static final Period SEPTEMBER = Period.parse("2026-09");

    @Autowired
    private Given given;

    @Autowired
    private Policies policies;

    private GivenOrganisation organisation;

    @BeforeEach
    void anOrganisation() {
        organisation = given.organisation();
    }

    @Test
    void a_new_organisation_has_the_standard_policy() {
        var policy = organisation.as("manager", () -> policies.inForce(SEPTEMBER));

        assertThat(policy.version()).isEqualTo(1);
        assertThat(policy.choices())
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(Choices.standard());
    }

    @Test
    void a_proposal_counts_only_once_another_person_has_approved_it() {
        organisation.as("admin", () -> policies.propose(Choices.standard(), SEPTEMBER, "From September"));
        assertThat(organisation.as("manager", () -> policies.inForce(SEPTEMBER)).version())
                .isEqualTo(1);

        organisation.as("approver", () -> policies.approve(2, "Agreed with finance"));
        assertThat(organisation.as("manager", () -> policies.inForce(SEPTEMBER)).version())
                .isEqualTo(2);
        assertThat(organisation
                        .as("manager", () -> policies.inForce(SEPTEMBER.previous()))
                        .version())
                .isEqualTo(1);
    }

    @Test
    void its_author_does_not_approve_it() {
        organisation.as("admin", () -> policies.propose(Choices.standard(), null, "Mine"));

        assertThatThrownBy(() -> organisation.as("admin", () -> policies.approve(2, null)))
                .isInstanceOf(Policies.NotApprovable.class);
    }

    @Test
    void an_impossible_choice_is_refused_in_words() {
        var standard = Choices.standard();
        var nowhere = new Choices(
                standard.grain(),
                standard.periodLength(),
                "Mars/Olympus",
                standard.timestampRule(),
                standard.reportingCurrency(),
                standard.fx(),
                null,
                false,
                standard.pause(),
                standard.fullDiscount(),
                0,
                standard.toleranceAbsolute(),
                standard.toleranceRelative(),
                standard.totalToleranceAbsolute(),
                standard.materiality(),
                1,
                1);

        assertThatThrownBy(() -> organisation.as("admin", () -> policies.propose(nowhere, null, "x")))
                .isInstanceOf(Policies.ImpossibleChoice.class)
                .hasMessageContaining("Mars/Olympus");
    }
}
