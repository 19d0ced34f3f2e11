package dev.tieout.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.backpostings.BackPostingNote;
import dev.tieout.backpostings.BackPostingNote.State;
import dev.tieout.backpostings.BackPostings;
import dev.tieout.backpostings.BackPostings.PeriodIsFinal;
import dev.tieout.closing.CloseState;
import dev.tieout.closing.Closes;
import dev.tieout.evidence.Evidence;
import dev.tieout.movements.Movements;
import dev.tieout.movements.Placement.By;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Organisations;
import dev.tieout.publication.Gate;
import dev.tieout.publication.Publications;
import dev.tieout.sources.LatePosting;
import dev.tieout.sources.LatePostings;
import dev.tieout.sources.SourceKind;
import dev.tieout.sources.Sources;
import dev.tieout.tasks.Decision;
import dev.tieout.tasks.Task;
import dev.tieout.tasks.TaskKind;
import dev.tieout.tasks.Tasks;
import dev.tieout.tasks.Tasks.SeparationOfDuties;
import dev.tieout.terms.Period;
import dev.tieout.verification.Verified;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Back-posting notes with the real engine: October's files hold postings of November. */
@SpringBootTest(properties = "tieout.engine.enabled=true")
@Import(Given.class)
class BackPostingProcessTest {

    private static final Period OCTOBER = Period.parse("2026-10");
    private static final String HEADER = "account_id,subscription_id,product,period,mrr,currency,status,posted_at\n";

    @Autowired
    Given given;

    @Autowired
    Closes closes;

    @Autowired
    Sources sources;

    @Autowired
    LatePostings late;

    @Autowired
    BackPostings notes;

    @Autowired
    Movements movements;

    @Autowired
    Publications publications;

    @Autowired
    Evidence evidence;

    @Autowired
    Tasks tasks;

    @Autowired
    ApplicationContext context;

    @TempDir
    Path directory;

    GivenOrganisation organisation;
    DrivenClose october;

    @BeforeEach
    void october_waits_for_its_approval_with_three_late_postings() {
        organisation = given.organisation();
        october = DrivenClose.opened(organisation, "2026-10", closes, tasks);
        receive(
                SourceKind.OPENING,
                HEADER + "A1,s,Core,2026-09,100.00,USD,active,\nA2,s,Core,2026-09,200.00,USD,active,\n");
        receive(
                SourceKind.BILLING,
                HEADER
                        + "A1,s,Core,2026-10,150.00,USD,active,2026-10-05\nA2,s,Core,2026-10,260.00,USD,active,2026-11-03\n"
                        + "A3,s,Core,2026-10,70.00,USD,active,2026-11-02T08:00:00+01:00\n");
        receive(SourceKind.LEDGER, """
                entry_id,account_id,posted_at,amount,currency,gl_account
                e-1,A1,2026-10-15,150.00,USD,4000
                e-2,A2,2026-10-15,260.00,USD,4000
                e-3,A3,2026-11-02,70.00,USD,4000
                """);
        october.done("analyst", TaskKind.PROVIDE_SOURCES).task(TaskKind.APPROVE_CLASSIFICATION);
    }

    @Test
    void an_approved_note_takes_its_records_in_and_the_close_goes_on_to_a_pack_that_verifies() {
        var approval = october.task(TaskKind.APPROVE_CLASSIFICATION);
        var note = raised("controller");
        assertThat(late()).isEqualTo(Gate.State.OPEN);
        var task = october.task(TaskKind.APPROVE_BACK_POSTING);
        assertThatExceptionOfType(SeparationOfDuties.class)
                .isThrownBy(() ->
                        organisation.as("controller", () -> tasks.complete(task.key(), Decision.APPROVE, "Mine")));
        assertThat(organisation.as("controller2", () -> notes.effect(note)))
                .extracting(
                        BackPostings.Effect::account, effect -> effect.change().intValue())
                .containsExactlyInAnyOrder(tuple("A2", 60), tuple("A3", 70), tuple("A3", 70));
        organisation.as("controller2", () -> tasks.complete(task.key(), Decision.APPROVE, "Signed in October"));
        becomes(note, State.APPLIED);
        october.taskAfter(approval);
        assertThat(late()).isEqualTo(Gate.State.PASSED);
        var row = organisation
                .as("manager", () -> movements.sourceRows(october.key, "A3", ""))
                .getFirst();
        assertThat(row.placement().by()).isEqualTo(By.BACK_POSTING);
        assertThat(row.placement().value()).isEqualTo("2026-11-02T08:00:00+01:00");
        assertThat(row.placement().at()).hasToString("2026-11-02T07:00:00Z");
        assertThat(row.line()).isEqualTo(4);

        october.approved("approver", TaskKind.APPROVE_CLASSIFICATION)
                .approved("controller2", TaskKind.SIGN_OFF)
                .reaches(CloseState.FINAL);
        assertThat(organisation
                        .as("manager", () -> movements.of(october.key, "A2", ""))
                        .closing())
                .isEqualByComparingTo("260");
        assertThatExceptionOfType(PeriodIsFinal.class).isThrownBy(() -> raised("analyst"));
        var verified = Verified.of(pack());
        assertThat(verified.output()).contains("version 1 FINAL, came out again");
        assertThat(verified.exit()).isZero();

        var november = organisation.as("analyst", () -> closes.open(OCTOBER.next()));
        assertThat(organisation.as("manager", () -> sources.of(november.key()))).isEmpty();
    }

    @Test
    void a_rejected_note_changes_nothing() {
        var note = raised("analyst");
        october.rejected("controller", TaskKind.APPROVE_BACK_POSTING, "November's, by the contract");
        becomes(note, State.REJECTED);
        assertThat(late()).isEqualTo(Gate.State.PASSED);
        assertThat(organisation.as("manager", () -> late.counts(october.key)))
                .isEqualTo(new LatePostings.Counts(3, 3, 0));
    }

    @Test
    void a_note_whose_start_was_lost_is_started_again_and_one_that_stands_still_is_shown() {
        var note =
                organisation.asSystem(() -> new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                        .execute(status -> {
                            var lost = raised("analyst");
                            // As if the command to start it had been lost on its way.
                            context.getBean(JdbcClient.class)
                                    .sql("update engine_command set sent_at = created_at where sent_at is null")
                                    .update();
                            return lost;
                        }));
        watchIn(Duration.ofSeconds(30)).look(organisation.id());
        assertThat(openAbout(note)).isEmpty();
        watchIn(Duration.ofMinutes(2)).look(organisation.id());
        var task = october.task(TaskKind.APPROVE_BACK_POSTING);
        watchIn(Duration.ofMinutes(30)).look(organisation.id());
        assertThat(trouble(note)).isNull();
        // As the probe does when the engine no longer knows the task.
        organisation.asSystem(() -> tasks.withdraw(task.engineKey() == null ? 0 : task.engineKey()));
        watchIn(Duration.ofMinutes(11)).look(organisation.id());
        assertThat(trouble(note)).isEqualTo("Nothing has happened for 11 minutes with this note.");
    }

    private List<Task> openAbout(BackPostingNote note) {
        return organisation.as("manager", () -> tasks.openAbout(note.subject()));
    }

    private @Nullable String trouble(BackPostingNote note) {
        return organisation.as("manager", () -> notes.note(note.id())).trouble();
    }

    /** The watch as it will be after a while. */
    private ProgressWatch watchIn(Duration later) {
        return new ProgressWatch(
                List.of(context.getBean(WatchedBackPostings.class)),
                context.getBean(Organisations.class),
                context.getBean(CurrentActor.class),
                context.getBean(PlatformTransactionManager.class),
                Clock.offset(Clock.systemUTC(), later),
                Duration.ofMinutes(10));
    }

    private BackPostingNote raised(String who) {
        var keys = organisation
                .as("manager", () -> late.of(october.key, null, 100).items())
                .stream()
                .map(LatePosting::key)
                .collect(Collectors.toSet());
        return organisation.as(
                who, () -> notes.raise(OCTOBER, "Contract signed on 30 October", "Cutoff, late postings", keys));
    }

    private Gate.State late() {
        return organisation.as("manager", () -> publications.gate(october.key)).checks().stream()
                .filter(check -> check.topic() == Gate.Topic.LATE_POSTINGS)
                .findFirst()
                .orElseThrow()
                .state();
    }

    private void becomes(BackPostingNote note, State state) {
        await("note " + note.id() + " " + state)
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> organisation
                                .as("manager", () -> notes.note(note.id()))
                                .state(),
                        state::equals);
    }

    private Path pack() {
        return organisation.as("manager", () -> {
            try (var pack = evidence.write(october.key, 1);
                    var content = pack.content()) {
                var file = directory.resolve(pack.fileName());
                Files.copy(content, file);
                return file;
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    private void receive(SourceKind kind, String csv) {
        var profile = kind == SourceKind.LEDGER ? "generic-ledger" : "generic-snapshot";
        organisation.as(
                "analyst",
                () -> sources.receive(
                        OCTOBER,
                        kind,
                        profile,
                        kind + ".csv",
                        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8))));
    }
}
