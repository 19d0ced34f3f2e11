package dev.tieout.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.closing.CloseState;
import dev.tieout.closing.Closes;
import dev.tieout.corrections.Changes;
import dev.tieout.corrections.Correction;
import dev.tieout.corrections.Correction.State;
import dev.tieout.corrections.Corrections;
import dev.tieout.corrections.Corrections.Draft;
import dev.tieout.movements.Movements;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Organisations;
import dev.tieout.publication.Publication;
import dev.tieout.publication.Publication.Status;
import dev.tieout.publication.Publications;
import dev.tieout.sources.SourceKind;
import dev.tieout.sources.Sources;
import dev.tieout.tasks.Decision;
import dev.tieout.tasks.Task;
import dev.tieout.tasks.TaskKind;
import dev.tieout.tasks.Tasks;
import dev.tieout.terms.Period;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;

/** Corrections with the real engine: October is final, November waits for the approval of its classification. */
@SpringBootTest(properties = "tieout.engine.enabled=true")
@Import(Given.class)
class CorrectionProcessTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String HEADER = "account_id,subscription_id,product,period,mrr,currency,status\n";

    @Autowired
    Given given;

    @Autowired
    Closes closes;

    @Autowired
    Sources sources;

    @Autowired
    Movements movements;

    @Autowired
    Publications publications;

    @Autowired
    Corrections corrections;

    @Autowired
    Tasks tasks;

    @Autowired
    StepRunner runner;

    @Autowired
    CorrectionProcess process;

    @Autowired
    ProcessWorkers workers;

    @Autowired
    ApplicationContext context;

    GivenOrganisation organisation;
    DrivenClose october;
    DrivenClose november;

    @BeforeEach
    void october_is_final() {
        organisation = given.organisation();
        october = DrivenClose.opened(organisation, "2026-10", closes, tasks);
        receive("2026-10", SourceKind.OPENING, lines("2026-10", "100.00"));
        provide("2026-10");
        october.done("analyst", TaskKind.PROVIDE_SOURCES)
                .approved("approver", TaskKind.APPROVE_CLASSIFICATION)
                .approved("controller", TaskKind.SIGN_OFF)
                .reaches(CloseState.FINAL);
        november = DrivenClose.opened(organisation, "2026-11", closes, tasks);
        provide("2026-11");
        november.done("analyst", TaskKind.PROVIDE_SOURCES).task(TaskKind.APPROVE_CLASSIFICATION);
    }

    @Test
    void an_approved_note_restates_its_period_and_sends_the_next_one_back_to_its_classification() {
        var approval = november.task(TaskKind.APPROVE_CLASSIFICATION);
        var correction = raised("130.00");
        october.approved("controller", TaskKind.APPROVE_CORRECTION);
        assertThat(becomes(correction, State.APPLIED).restated())
                .extracting(Correction.Restated::period)
                .containsExactly("2026-10", "2026-11");
        assertThat(statuses()).containsExactly(Status.FINAL, Status.RESTATED);
        assertThat(october.now().state()).isEqualTo(CloseState.FINAL);
        assertThat(october.now().step()).isEqualTo("Close final");

        november.taskAfter(approval);
        assertThat(organisation
                        .as("manager", () -> movements.of(november.key, "A1", ""))
                        .opening())
                .isEqualByComparingTo("130");
        november.approved("approver", TaskKind.APPROVE_CLASSIFICATION)
                .approved("controller", TaskKind.SIGN_OFF)
                .reaches(CloseState.FINAL);

        again(correction, "preview-correction");
        again(correction, "apply-correction");
        assertThat(statuses()).hasSize(2);
        assertThat(becomes(correction, State.APPLIED).restated()).hasSize(2);
    }

    @Test
    void a_rejected_note_ends_and_changes_nothing_and_the_next_can_be_raised() {
        var correction = raised("130.00");
        october.rejected("controller", TaskKind.APPROVE_CORRECTION, "Not for us to correct");
        assertThat(becomes(correction, State.REJECTED).decisionComment()).isEqualTo("Not for us to correct");
        assertThat(statuses()).containsExactly(Status.FINAL);
        raised("120.00");
        october.task(TaskKind.APPROVE_CORRECTION);
    }

    @Test
    void a_note_that_the_numbers_do_not_bear_is_refused_without_asking_anyone() {
        var correction =
                raise("2026-10", Map.of("kind", "override", "account", "A1", "class", "CHURN", "reason", "CANCELLED"));
        assertThat(becomes(correction, State.REFUSED).refusal()).contains("CHURN opens above nothing");
        assertThat(organisation.as("manager", () -> tasks.openOf(october.key))).isEmpty();
    }

    @Test
    void numbers_that_changed_since_the_preview_are_previewed_and_approved_again() {
        november.approved("approver", TaskKind.APPROVE_CLASSIFICATION)
                .approved("controller", TaskKind.SIGN_OFF)
                .reaches(CloseState.FINAL);
        var later = raise("2026-11", line("145.00"));
        Task first = november.task(TaskKind.APPROVE_CORRECTION);
        var earlier = raised("130.00");
        october.approved("controller", TaskKind.APPROVE_CORRECTION);
        becomes(earlier, State.APPLIED);
        organisation.as("controller", () -> tasks.complete(first.key(), Decision.APPROVE, null));
        november.taskAfter(first);
        assertThat(becomes(later, State.AWAITING_APPROVAL).notice()).contains("The numbers changed since the preview");
        november.approved("controller", TaskKind.APPROVE_CORRECTION);
        becomes(later, State.APPLIED);
        assertThat(organisation.as("manager", () -> publications.of(november.key)))
                .extracting(Publication::status)
                .containsExactly(Status.FINAL, Status.RESTATED, Status.RESTATED);
    }

    @Test
    void a_note_that_stands_still_is_shown_to_be_and_recovers() {
        var correction = raised("130.00");
        october.task(TaskKind.APPROVE_CORRECTION);
        workers.stop();
        try {
            watchIn(11).look(organisation.id());
            assertThat(becomes(correction, State.AWAITING_APPROVAL).trouble()).isNull();
            october.approved("controller", TaskKind.APPROVE_CORRECTION);
            watchIn(9).look(organisation.id());
            assertThat(becomes(correction, State.APPROVED).trouble()).isNull();
            watchIn(11).look(organisation.id());
            assertThat(becomes(correction, State.APPROVED).trouble())
                    .isEqualTo("Nothing has happened for 11 minutes with this correction.");
        } finally {
            workers.start();
        }
        assertThat(becomes(correction, State.APPLIED).trouble()).isNull();
    }

    /** The watch as it will be after some minutes. */
    private ProgressWatch watchIn(long minutes) {
        return new ProgressWatch(
                List.of(context.getBean(WatchedCorrections.class)),
                context.getBean(Organisations.class),
                context.getBean(CurrentActor.class),
                context.getBean(PlatformTransactionManager.class),
                Clock.offset(Clock.systemUTC(), Duration.ofMinutes(minutes)),
                Duration.ofMinutes(10));
    }

    /** As if the engine had forgotten that the job was done, and delivered it under another key. */
    private void again(Correction correction, String jobType) {
        var step = process.all().stream()
                .filter(known -> known.jobType().equals(jobType))
                .findFirst()
                .orElseThrow();
        var job = new StepJob(
                -correction.id() * 100 - jobType.length(),
                jobType,
                "correction",
                "Task_" + jobType,
                1,
                organisation.id(),
                correction.closeId(),
                1,
                Map.of("subject", correction.subject()),
                Map.of());
        assertThat(runner.run(job, step)).isInstanceOf(Outcome.Done.class);
    }

    private Correction raised(String mrr) {
        return raise("2026-10", line(mrr));
    }

    private static Map<String, String> line(String mrr) {
        return Map.of(
                "kind",
                "billed-line",
                "account",
                "A1",
                "subscription",
                "s",
                "product",
                "Core",
                "mrr",
                mrr,
                "currency",
                "USD",
                "status",
                "active");
    }

    private Correction raise(String period, Map<String, String> change) {
        return organisation.as(
                "analyst",
                () -> corrections.raise(
                        Period.parse(period), new Draft("Credit note 77", null, Changes.read(List.of(change)))));
    }

    private Correction becomes(Correction correction, State state) {
        return await("correction " + correction.id() + " " + state)
                .atMost(PATIENCE)
                .until(
                        () -> organisation.as("manager", () -> corrections.correction(correction.id())),
                        now -> now.state() == state);
    }

    private List<Status> statuses() {
        return organisation.as("manager", () -> publications.of(october.key)).stream()
                .map(Publication::status)
                .toList();
    }

    private void provide(String period) {
        receive(period, SourceKind.BILLING, lines(period, "150.00"));
        receive(
                period,
                SourceKind.LEDGER,
                "entry_id,account_id,posted_at,amount,currency,gl_account\n"
                        + "e-%1$s-1,A1,%1$s-15,150.00,USD,4000\ne-%1$s-2,A2,%1$s-15,200.00,USD,4000\n"
                                .formatted(period));
    }

    private static String lines(String period, String first) {
        return HEADER + "A1,s,Core,%1$s,%2$s,USD,active\nA2,s,Core,%1$s,200.00,USD,active\n".formatted(period, first);
    }

    private void receive(String period, SourceKind kind, String csv) {
        var profile = kind == SourceKind.LEDGER ? "generic-ledger" : "generic-snapshot";
        organisation.as(
                "analyst",
                () -> sources.receive(
                        Period.parse(period),
                        kind,
                        profile,
                        kind + ".csv",
                        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8))));
    }
}
