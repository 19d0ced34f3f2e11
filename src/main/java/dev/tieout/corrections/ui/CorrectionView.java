package dev.tieout.corrections.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import dev.tieout.corrections.Correction;
import dev.tieout.corrections.Correction.State;
import dev.tieout.corrections.Corrections;
import dev.tieout.tasks.TaskKind;
import dev.tieout.tasks.Tasks;
import dev.tieout.terms.Period;
import dev.tieout.web.ui.PageHeading;
import dev.tieout.web.ui.Words;
import jakarta.annotation.security.PermitAll;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One correction. While the product is at work on it, the page looks again every few seconds. */
@Route("correction")
@PermitAll
class CorrectionView extends Main implements HasUrlParameter<Long>, HasDynamicTitle {

    private static final int LOOK_AGAIN_MILLIS = 2_000;
    private static final int LOOKS_AT_MOST = 300;

    private final Corrections corrections;
    private final CorrectionPanels panels;
    private final Tasks tasks;
    private @Nullable Correction shown;
    private @Nullable Registration looking;
    private int looks;

    CorrectionView(Corrections corrections, CorrectionPanels panels, Tasks tasks) {
        this.corrections = corrections;
        this.panels = panels;
        this.tasks = tasks;
        addClassName("page");
    }

    @Override
    public String getPageTitle() {
        return (shown == null ? "Correction" : CorrectionPanels.title(shown)) + " – Tieout";
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        show(corrections.correction(id));
    }

    private void show(Correction correction) {
        shown = correction;
        removeAll();
        add(new PageHeading(CorrectionPanels.title(correction))
                .with(CorrectionWords.tag(correction.state()))
                .offering(new Anchor(
                        "closes/" + correction.period() + "?part=corrections",
                        "Close of " + Words.of(Period.parse(correction.period())))));
        tasks.openOf(correction.closeId()).stream()
                .filter(task -> task.kind() == TaskKind.APPROVE_CORRECTION
                        && correction.subject().equals(task.subject()))
                .forEach(task -> add(waiting(task.key(), task.assignee())));
        add(panels.sheet(correction).toArray(Component[]::new));
    }

    private static Component waiting(long task, @Nullable String holder) {
        var link = new Anchor("task/" + task, "Approve correction");
        link.setId("open-task-approve-correction");
        var note = new Div(
                new Span("Waits for a person: "),
                link,
                new Span(holder == null ? ", for any controller who did not raise it." : ", held by " + holder + "."));
        note.addClassName("callout");
        return note;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        looking = event.getUI().addPollListener(poll -> lookAgain());
        event.getUI().setPollInterval(isMoving() ? LOOK_AGAIN_MILLIS : -1);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI().setPollInterval(-1);
        if (looking != null) {
            looking.remove();
        }
    }

    private boolean isMoving() {
        var state = Objects.requireNonNull(shown).state();
        return looks < LOOKS_AT_MOST && state.isUndecided() && !(state == State.AWAITING_APPROVAL && hasTask());
    }

    private boolean hasTask() {
        return tasks.openOf(Objects.requireNonNull(shown).closeId()).stream()
                .anyMatch(task -> task.kind() == TaskKind.APPROVE_CORRECTION);
    }

    private void lookAgain() {
        looks++;
        show(corrections.correction(Objects.requireNonNull(shown).id()));
        getUI().ifPresent(ui -> ui.setPollInterval(isMoving() ? LOOK_AGAIN_MILLIS : -1));
    }
}
