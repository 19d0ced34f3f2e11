package dev.tieout.console.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tieout.closing.Closes;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.policy.MetricPolicy;
import dev.tieout.policy.MetricPolicy.State;
import dev.tieout.policy.Policies;
import dev.tieout.tasks.Tasks;
import dev.tieout.terms.Period;
import dev.tieout.web.ui.DataTable;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Notices;
import dev.tieout.web.ui.PageHeading;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.StepForm;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The metric policy: what is in force, every version that there was, and the form that proposes another. */
@Route("policy")
@PageTitle("Metric policy – Tieout")
@Menu(title = "Policy", order = 45)
@PermitAll
class PolicyView extends Main {

    private final Policies policies;
    private final Closes closes;
    private final Tasks tasks;
    private final CurrentActor currentActor;
    private final Format format;
    private final Div content = new Div();
    private final Div form = new Div();

    PolicyView(Policies policies, Closes closes, Tasks tasks, CurrentActor currentActor, Format format) {
        this.policies = policies;
        this.closes = closes;
        this.tasks = tasks;
        this.currentActor = currentActor;
        this.format = format;
        addClassName("page");
        content.addClassName("stack");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        removeAll();
        var heading = new PageHeading("Metric policy")
                .saying(
                        "Every choice that gives the numbers their meaning. A close keeps the version that was in force when it opened.");
        var person = currentActor.get();
        if (person.has(Role.ADMIN) || person.has(Role.ANALYST)) {
            heading.offering(StepForm.opener("propose-policy", "Propose a version", this::ask));
        }
        add(heading, form, content);
        show();
    }

    private void show() {
        content.removeAll();
        var all = policies.all();
        all.stream()
                .filter(policy -> policy.state() == State.IN_REVIEW)
                .forEach(policy -> content.add(waiting(policy)));
        inForce(all).ifPresent(policy -> content.add(choices(policy)));
        content.add(new Panel("Versions", versions(all)));
    }

    /** For the next period to be opened. */
    private Optional<MetricPolicy> inForce(List<MetricPolicy> all) {
        var next = next();
        return all.stream()
                .filter(policy -> next == null ? policy.state() == State.APPROVED : policy.coversFrom(next))
                .findFirst();
    }

    private @Nullable Period next() {
        return closes.all().stream()
                .findFirst()
                .map(close -> close.span().next())
                .orElse(null);
    }

    private Component waiting(MetricPolicy policy) {
        var note = new Div(new Span(
                "Version " + policy.version() + ", proposed by " + policy.createdBy() + ", waits for an approver: "));
        note.addClassName("callout");
        tasks.openAbout("policy/" + policy.version()).forEach(task -> {
            var link = new Anchor("task/" + task.key(), "Compare and decide");
            link.setId("open-task-approve-policy");
            note.add(link);
        });
        return note;
    }

    private Component choices(MetricPolicy policy) {
        var next = next();
        var panel = new Panel("In force" + (next == null ? "" : " for " + next), Panel.quiet(said(policy)));
        panel.add(new DataTable<Map.Entry<String, String>>("Choices of version " + policy.version())
                .text("Choice", Map.Entry::getKey)
                .text("What it says", Map.Entry::getValue)
                .rows(List.copyOf(PolicyWords.of(policy.choices()).entrySet())));
        return panel;
    }

    private String said(MetricPolicy policy) {
        return "Version " + policy.version() + ", approved by " + policy.approvedBy() + ", "
                + format.at(policy.approvedAt()) + ".";
    }

    private Component versions(List<MetricPolicy> all) {
        return new DataTable<MetricPolicy>("Versions of the metric policy")
                .text("Version", policy -> Integer.toString(policy.version()))
                .cell("State", policy -> PolicyWords.tag(policy.state()))
                .text("Applies", PolicyWords::applies)
                .text("Proposed", policy -> policy.createdBy() + ", " + format.at(policy.createdAt()))
                .text(
                        "Approved",
                        policy -> policy.approvedBy() == null
                                ? Format.NONE
                                : policy.approvedBy() + ", " + format.at(policy.approvedAt()))
                .text("Closes", this::closesOf)
                .rows(all);
    }

    private String closesOf(MetricPolicy policy) {
        var periods = closes.all().stream()
                .filter(close -> close.policyVersion() == policy.version())
                .map(close -> close.period())
                .toList();
        return periods.isEmpty() ? Format.NONE : String.join(", ", periods);
    }

    private void ask() {
        form.removeAll();
        inForce(policies.all()).ifPresent(policy -> {
            var asked = new PolicyForm[1];
            asked[0] = new PolicyForm(policy.choices(), next(), () -> propose(asked[0]), form::removeAll);
            form.add(Panel.plain(asked[0]));
        });
    }

    private void propose(PolicyForm asked) {
        if (!asked.isComplete()) {
            return;
        }
        if (Notices.unlessRefused(
                () -> Objects.requireNonNull(policies.propose(asked.choices(), asked.from(), asked.comment())))) {
            Notices.done("The version is proposed. An approver who did not write it decides.");
            form.removeAll();
            show();
        }
    }
}
