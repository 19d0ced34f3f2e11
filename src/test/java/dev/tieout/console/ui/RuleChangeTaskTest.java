package dev.tieout.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.OnScreen;
import dev.tieout.closing.Closes;
import dev.tieout.rulechanges.GivenRuleChange;
import dev.tieout.rulechanges.RuleChange;
import dev.tieout.rulechanges.RuleChanges;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleDrafts;
import dev.tieout.rules.RuleTableVersion.State;
import dev.tieout.tasks.Decision;
import dev.tieout.tasks.Task;
import dev.tieout.tasks.TaskKind;
import dev.tieout.tasks.Tasks;
import dev.tieout.tasks.Tasks.NewTask;
import dev.tieout.terms.Period;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Deciding about a rule version on screen, and going on from a rejected one. */
@DatabaseTest
class RuleChangeTaskTest extends SpringBrowserlessTest {

    private static final AtomicLong ENGINE_KEYS = new AtomicLong(5_000_000_000L);

    @Autowired
    Given given;

    @Autowired
    OnScreen screen;

    @Autowired
    RuleDrafts drafts;

    @Autowired
    RuleChanges changes;

    @Autowired
    Tasks tasks;

    @Autowired
    Closes closes;

    private GivenOrganisation ours;
    private PinnedTable version;
    private Task approval;

    @BeforeEach
    void a_version_waits_for_approval() {
        ours = given.organisation();
        version = new GivenRuleChange(drafts).submitted(ours, "2026-12");
        ours.asSystem(() -> changes.analyse(version));
        approval = open(TaskKind.APPROVE_RULE_VERSION);
    }

    @AfterEach
    void signOut() {
        screen.signOut();
    }

    @Test
    void an_approver_reads_what_was_found_and_approves() {
        as("approver", approval);
        assertThat(findInView(Paragraph.class).id("golden-cases").getText()).matches("All \\d+ golden cases hold\\.");
        assertThat(findInView(Div.class).id("analysis").isVisible()).isTrue();
        test(button("claim")).click();
        test(button("approve")).click();
        assertThat(state()).isEqualTo(State.APPROVED);
    }

    @Test
    void an_approver_reads_that_the_period_was_opened_meanwhile() {
        ours.as("analyst", () -> closes.open(Period.parse("2026-12")));
        as("approver", approval);
        assertThat(text("overtaken")).contains("2026-12 has been opened").contains("can only be rejected");
    }

    @Test
    void an_approver_reads_that_a_newer_version_leaves_it_no_period_and_before_that_whom_it_would_shut_out() {
        var newer = new GivenRuleChange(drafts).submitted(ours, "2026-12");
        as("approver", open(TaskKind.APPROVE_RULE_VERSION, newer));
        assertThat(text("other-versions"))
                .contains("Version 2 waits for approval as well")
                .contains("never apply");

        ours.as("approver", () -> drafts.approve(newer, null));
        as("approver", approval);
        assertThat(text("overtaken")).contains("Version 3 is newer").contains("can only be rejected");
    }

    @Test
    void an_analyst_reads_why_it_was_rejected_and_goes_on_from_it() {
        ours.as("approver", () -> tasks.complete(approval.key(), Decision.REJECT, "100 is too much"));
        var revision = open(TaskKind.REVISE_RULE_VERSION);
        as("analyst", revision);
        assertThat(text("rejected-because")).contains("rejected it: “100 is too much”");
        test(button("go-on")).click();
        assertThat(text("rejected-because")).contains("Version 2 was rejected by");
        assertThat(ours.as("manager", () -> tasks.task(revision.key())).state()).isEqualTo(Task.State.COMPLETED);
    }

    @Test
    void who_goes_on_from_a_version_that_a_newer_one_has_overtaken_begins_with_the_rows_of_the_newer() {
        var newer = new GivenRuleChange(drafts).submitted(ours, "2026-12");
        ours.as("approver", () -> drafts.approve(newer, null));
        ours.as("approver", () -> tasks.complete(approval.key(), Decision.REJECT, "Version 3 is there"));
        as("analyst", open(TaskKind.REVISE_RULE_VERSION));

        test(button("go-on")).click();

        assertThat(ours.as("manager", () -> drafts.draft(new PinnedTable(version.table(), 4)))
                        .version()
                        .basedOn())
                .isEqualTo(3);
    }

    private void as(String person, Task task) {
        screen.signIn(ours, person);
        navigate(TaskView.class, task.key());
    }

    private String text(String id) {
        return findInView(Div.class).id(id).getElement().getTextRecursively();
    }

    private Button button(String id) {
        return findInView(Button.class).id(id);
    }

    private State state() {
        return ours.as("manager", () -> changes.find(version))
                .orElseThrow()
                .version()
                .state();
    }

    private Task open(TaskKind kind) {
        return open(kind, version);
    }

    private Task open(TaskKind kind, PinnedTable about) {
        var subject = RuleChange.subject(about);
        return ours.asSystem(
                () -> tasks.open(new NewTask(null, kind, kind.slug(), subject, null, ENGINE_KEYS.incrementAndGet())));
    }
}
