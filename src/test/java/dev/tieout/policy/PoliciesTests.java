package dev.tieout.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.closing.Closes;
import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.tasks.Decision;
import dev.tieout.tasks.TaskKind;
import dev.tieout.tasks.Tasks;
import dev.tieout.terms.Period;
import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

@DatabaseTest
class PoliciesTests {

    private static final Period SEPTEMBER = Period.parse("2026-09");

    @Autowired
    private Given given;

    @Autowired
    private Policies policies;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Closes closes;

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
    void a_proposal_is_a_task_for_an_approver_and_its_author_reads_why_not() {
        organisation.as("admin", () -> policies.propose(Choices.standard(), null, "Mine"));
        var task =
                organisation.as("approver", () -> tasks.openAbout("policy/2")).getFirst();
        assertThat(task.kind()).isEqualTo(TaskKind.APPROVE_POLICY);
        organisation.as("approver", () -> tasks.complete(task.key(), Decision.REJECT, "Not before the audit"));
        assertThat(organisation.as("manager", () -> policies.version(2)).state())
                .isEqualTo(MetricPolicy.State.REJECTED);

        organisation.as("admin", () -> policies.propose(Choices.standard(), null, "Again"));
        var again =
                organisation.as("approver", () -> tasks.openAbout("policy/3")).getFirst();
        organisation.as("approver", () -> tasks.complete(again.key(), Decision.APPROVE, null));
        assertThat(organisation.as("manager", () -> policies.inForce(SEPTEMBER)).version())
                .isEqualTo(3);
    }

    @Test
    void a_version_decided_without_its_task_takes_the_task_away() {
        organisation.as("admin", () -> policies.propose(Choices.standard(), null, "Mine"));
        organisation.as("approver", () -> policies.approve(2, null));
        assertThat(organisation.as("approver", () -> tasks.openAbout("policy/2")))
                .isEmpty();
    }

    @Test
    void a_version_applies_from_a_period_that_has_not_been_opened() {
        organisation.as("analyst", () -> closes.open(SEPTEMBER));
        assertThatThrownBy(
                        () -> organisation.as("admin", () -> policies.propose(Choices.standard(), SEPTEMBER, "Late")))
                .isInstanceOf(Policies.ImpossibleChoice.class)
                .hasMessageContaining("2026-10 or later");
    }

    @Test
    void a_policy_that_says_nothing_of_the_new_choices_is_written_as_it_always_was() {
        var json = JsonMapper.builder().build();
        assertThat(json.writeValueAsString(Choices.standard())).doesNotContain("cutoffHours", "absentTolerance");
        assertThat(json.readValue(json.writeValueAsString(Choices.standard()), Choices.class)
                        .cutoff(SEPTEMBER))
                .hasToString("2026-10-01T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"timeZone\":\"UTC\"', '\"timeZone\":\"Mars/Olympus\"', Mars/Olympus",
        "'\"reportingCurrency\":\"USD\"', '\"reportingCurrency\":\"ZZZ\"', ZZZ",
        "'\"periodLength\":\"MONTH\"', '\"periodLength\":null', periodLength",
        "'\"materiality\":10000.0000', '\"materiality\":null', materiality",
        "'\"materiality\":10000.0000', '\"materiality\":1e30', 10^15",
        "'\"toleranceAbsolute\":0.0100', '\"toleranceAbsolute\":-0.01', Tolerances",
        "'\"toleranceAbsolute\":0.0100', '\"toleranceAbsolute\":0.00001', four decimals",
        "'\"toleranceRelative\":0', '\"toleranceRelative\":5', fraction",
        "'\"reactivationMonths\":null', '\"reactivationMonths\":-3', reactivation window",
        "'\"taskSlaDays\":3', '\"taskSlaDays\":0', one day",
        "'\"lateRenewalGraceDays\":30', '\"lateRenewalGraceDays\":2000000000', grace days",
        "'\"taskSlaDays\":3', '\"taskSlaDays\":3,\"cutoffHours\":900', 480 hours",
        "'\"taskSlaDays\":3', '\"taskSlaDays\":3,\"absentTolerance\":1.5', a fraction"
    })
    void an_impossible_choice_is_refused_in_words(String standard, String chosen, String words) {
        var json = JsonMapper.builder()
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build();
        var possible = json.writeValueAsString(Choices.standard());
        assertThat(possible).contains(standard);
        var impossible = json.readValue(possible.replace(standard, chosen), Choices.class);

        assertThatThrownBy(() -> organisation.as("admin", () -> policies.propose(impossible, null, "x")))
                .isInstanceOf(Policies.ImpossibleChoice.class)
                .hasMessageContaining(words);
    }
}
