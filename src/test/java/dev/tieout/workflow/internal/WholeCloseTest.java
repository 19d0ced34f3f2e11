package dev.tieout.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.closing.CloseState;
import dev.tieout.closing.Closes;
import dev.tieout.closing.SignOff;
import dev.tieout.closing.SignOffs;
import dev.tieout.metrics.Metrics;
import dev.tieout.movements.Movements;
import dev.tieout.publication.Publication;
import dev.tieout.publication.Publication.Status;
import dev.tieout.publication.Publications;
import dev.tieout.reconciliation.Reconciliation;
import dev.tieout.rules.VarianceCause;
import dev.tieout.sources.Receipt;
import dev.tieout.sources.SourceKind;
import dev.tieout.sources.Sources;
import dev.tieout.tasks.TaskKind;
import dev.tieout.tasks.Tasks;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Period;
import dev.tieout.terms.Reason;
import dev.tieout.workflow.ProcessPicture;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** Closes with real files, real figures and the real engine: of 350 MRR one account gains 50, one of 50 leaves, one of 70 is new. */
@SpringBootTest(properties = "tieout.engine.enabled=true")
@Import(Given.class)
class WholeCloseTest {

    private static final String HEADER =
            "account_id,subscription_id,product,period,mrr,currency,status,source_id,posted_at\n";

    @Autowired
    Given given;

    @Autowired
    Closes closes;

    @Autowired
    SignOffs signOffs;

    @Autowired
    Sources sources;

    @Autowired
    Movements movements;

    @Autowired
    Metrics metrics;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    Publications publications;

    @Autowired
    Tasks tasks;

    @Autowired
    ProcessPicture picture;

    GivenOrganisation organisation;
    DrivenClose close;

    @BeforeEach
    void a_first_period_is_open() {
        organisation = given.organisation();
        close = DrivenClose.opened(organisation, "2026-10", closes, tasks);
    }

    @Test
    void a_first_period_and_the_next_close_to_final() {
        provide("2026-10", "150.00");
        close.done("analyst", TaskKind.PROVIDE_SOURCES);
        approveAndSign(close).reaches(CloseState.FINAL);
        assertThat(published(close)).extracting(Publication::status).containsExactly(Status.FINAL);
        var bridge = organisation.as("manager", () -> metrics.total(close.key)).orElseThrow();
        assertThat(bridge.nrr(false).orElseThrow().decimal()).isEqualByComparingTo("1");
        assertThat(bridge.grr().orElseThrow().decimal()).isEqualByComparingTo("0.857143");

        var next = DrivenClose.opened(organisation, "2026-11", closes, tasks);
        receive("2026-11", SourceKind.BILLING, billing("2026-11", "150.00"));
        receive("2026-11", SourceKind.LEDGER, ledger("2026-11", "150.00"));
        next.done("analyst", TaskKind.PROVIDE_SOURCES);
        approveAndSign(next).reaches(CloseState.FINAL);
        assertThat(organisation
                        .as("manager", () -> metrics.total(next.key))
                        .orElseThrow()
                        .opening())
                .isEqualByComparingTo("420");
    }

    @Test
    void a_missing_file_is_asked_for_and_rejected_rows_are_taken_note_of() {
        close.done("analyst", TaskKind.PROVIDE_SOURCES);
        var first = close.task(TaskKind.RESOLVE_IMPORT);
        provide("2026-10", "150.00", "A5,s5,Core,2026-10,-1.00,USD,active,x5,2026-10-02T00:00:00Z\n");
        close.done("analyst", TaskKind.RESOLVE_IMPORT);
        close.taskAfter(first);
        assertThat(organisation.as("analyst", () -> sources.exceptions(close.key)))
                .singleElement()
                .asString()
                .contains("rejected");
        close.done("analyst", TaskKind.RESOLVE_IMPORT).task(TaskKind.APPROVE_CLASSIFICATION);
    }

    @Test
    void a_wrong_ledger_amount_keeps_it_provisional_until_it_is_explained() {
        provide("2026-10", "110.00");
        close.done("analyst", TaskKind.PROVIDE_SOURCES)
                .approved("approver", TaskKind.APPROVE_CLASSIFICATION)
                .task(TaskKind.RESOLVE_VARIANCES);
        assertThat(close.now().state()).isEqualTo(CloseState.PROVISIONAL);
        var variance = organisation
                .as("controller", () -> reconciliation.variances(close.key, 0, 10))
                .getFirst();
        organisation.as(
                "controller", () -> reconciliation.explain(variance.id(), VarianceCause.POSTING, "Booked late"));
        organisation.as("controller2", () -> reconciliation.approve(variance.id(), null));
        close.done("controller", TaskKind.RESOLVE_VARIANCES)
                .approved("controller", TaskKind.SIGN_OFF)
                .reaches(CloseState.FINAL);
        assertThat(published(close)).extracting(Publication::status).containsExactly(Status.PROVISIONAL, Status.FINAL);
    }

    @Test
    void a_variance_that_is_not_resolved_stays_with_the_controllers() {
        provide("2026-10", "110.00");
        close.done("analyst", TaskKind.PROVIDE_SOURCES).approved("approver", TaskKind.APPROVE_CLASSIFICATION);
        var first = close.task(TaskKind.RESOLVE_VARIANCES);
        close.done("controller", TaskKind.RESOLVE_VARIANCES).taskAfter(first);
        assertThat(published(close)).hasSize(1);
    }

    @Test
    void a_replaced_ledger_is_compared_again_and_leaves_the_approved_classification_standing() {
        var ledger = provide("2026-10", "110.00");
        close.done("analyst", TaskKind.PROVIDE_SOURCES);
        close.approved("approver", TaskKind.APPROVE_CLASSIFICATION).task(TaskKind.RESOLVE_VARIANCES);
        organisation.as("analyst", () -> sources.replace(ledger.id(), "ledger.csv", body(ledger("2026-10", "150.00"))));
        close.done("controller", TaskKind.RESOLVE_VARIANCES)
                .approved("controller", TaskKind.SIGN_OFF)
                .reaches(CloseState.FINAL);
        assertThat(signatures()).containsExactly(SignOff.Kind.CLASSIFICATION, SignOff.Kind.PUBLICATION);
    }

    @Test
    void a_billing_file_that_comes_during_the_approval_is_classified_before_anyone_approves() {
        provide("2026-10", "150.00");
        close.done("analyst", TaskKind.PROVIDE_SOURCES);
        var approval = close.task(TaskKind.APPROVE_CLASSIFICATION);
        receive(
                "2026-10",
                SourceKind.BILLING,
                HEADER + "A9,s9,Core,2026-10,10.00,USD,active,x9,2026-10-02T00:00:00Z\n");
        close.taskAfter(approval);
        assertThat(organisation.as("manager", () -> movements.counts(close.key)))
                .containsEntry(MovementClass.NEW, 2L);
    }

    @Test
    void an_override_before_the_sign_off_undoes_the_approval() {
        provide("2026-10", "150.00");
        close.done("analyst", TaskKind.PROVIDE_SOURCES);
        var approval = close.task(TaskKind.APPROVE_CLASSIFICATION);
        close.approved("approver", TaskKind.APPROVE_CLASSIFICATION).task(TaskKind.SIGN_OFF);
        organisation.as(
                "analyst",
                () -> movements.override(
                        close.key, "A4", "", MovementClass.REACTIVATION, Reason.RETURNED, "Was a customer in 2019"));
        close.taskAfter(approval);
        approveAndSign(close).reaches(CloseState.FINAL);
        assertThat(organisation.as("manager", () -> movements.counts(close.key)))
                .containsEntry(MovementClass.REACTIVATION, 1L);
    }

    @Test
    void the_picture_shows_where_the_close_is() {
        close.task(TaskKind.PROVIDE_SOURCES);
        assertThat(organisation.as("manager", () -> picture.activeElements(close.key)))
                .containsExactly("Task_ProvideSources");
        assertThat(picture.bpmnXml()).contains("bpmndi:BPMNDiagram");
        provide("2026-10", "150.00");
        close.done("analyst", TaskKind.PROVIDE_SOURCES);
        approveAndSign(close).reaches(CloseState.FINAL);
        assertThat(organisation.as("manager", () -> picture.activeElements(close.key)))
                .containsExactly("EndEvent_Final");
    }

    private DrivenClose approveAndSign(DrivenClose which) {
        return which.approved("approver", TaskKind.APPROVE_CLASSIFICATION).approved("controller", TaskKind.SIGN_OFF);
    }

    private List<Publication> published(DrivenClose which) {
        return organisation.as("manager", () -> publications.of(which.key));
    }

    private List<SignOff.Kind> signatures() {
        return organisation.as("manager", () -> signOffs.of(close.key)).stream()
                .filter(SignOff::stands)
                .map(SignOff::kind)
                .toList();
    }

    /** All files of the first period; the receipt is the ledger's, in which the first account has that amount. */
    private Receipt provide(String period, String booked, String... furtherRows) {
        receive(
                period,
                SourceKind.OPENING,
                HEADER
                        + snapshot("A1", period, "100.00", "active")
                        + snapshot("A2", period, "200.00", "active")
                        + snapshot("A3", period, "50.00", "active"));
        receive(period, SourceKind.BILLING, billing(period, "150.00") + String.join("", furtherRows));
        return receive(period, SourceKind.LEDGER, ledger(period, booked));
    }

    private static String billing(String period, String first) {
        return HEADER
                + snapshot("A1", period, first, "active")
                + snapshot("A2", period, "200.00", "active")
                + snapshot("A3", period, "0.00", "cancelled")
                + snapshot("A4", period, "70.00", "active");
    }

    private static String snapshot(String account, String period, String mrr, String status) {
        return "%s,s-%s,Core,%s,%s,USD,%s,x-%s,%s-02T00:00:00Z\n"
                .formatted(account, account, period, mrr, status, account, period);
    }

    private static String ledger(String period, String first) {
        return "entry_id,account_id,posted_at,amount,currency,gl_account\n"
                + posting("A1", period, first)
                + posting("A2", period, "200.00")
                + posting("A4", period, "70.00");
    }

    private static String posting(String account, String period, String amount) {
        return "e-%s-%s-%s,%s,%s-15,%s,USD,4000\n".formatted(period, account, amount, account, period, amount);
    }

    private Receipt receive(String period, SourceKind kind, String csv) {
        var profile = kind == SourceKind.LEDGER ? "generic-ledger" : "generic-snapshot";
        return organisation.as(
                "analyst", () -> sources.receive(Period.parse(period), kind, profile, kind + ".csv", body(csv)));
    }

    private static ByteArrayInputStream body(String csv) {
        return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    }
}
