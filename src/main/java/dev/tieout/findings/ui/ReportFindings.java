package dev.tieout.findings.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.tieout.findings.Finding;
import dev.tieout.findings.Findings;
import dev.tieout.findings.FollowUps;
import dev.tieout.organisation.Actor;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.publication.Publication;
import dev.tieout.publication.ui.ReportPanel;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Notices;
import dev.tieout.web.ui.Panel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;

/** Puts what stands out on the report page. */
@Service
@Order(10)
class ReportFindings implements ReportPanel {

    /** A fortnight: time to ask an account's owner and hear back before the next close begins. */
    private static final int PROPOSED_DAYS = 14;

    private final Findings findings;
    private final FollowUps followUps;
    private final CurrentActor currentActor;
    private final ObjectProvider<Format> formats;

    ReportFindings(Findings findings, FollowUps followUps, CurrentActor currentActor, ObjectProvider<Format> formats) {
        this.findings = findings;
        this.followUps = followUps;
        this.currentActor = currentActor;
        this.formats = formats;
    }

    @Override
    public Component of(Publication publication) {
        var content = new Div();
        show(content, publication);
        return new Panel("What stands out", content);
    }

    private void show(Div content, Publication publication) {
        content.removeAll();
        content.add(new FindingsPanel(
                findings.of(publication.closeId(), publication.version()),
                followUps.ofClose(publication.closeId()),
                mayFollowUp(currentActor.get()),
                finding -> ask(content, publication, finding)));
    }

    private static boolean mayFollowUp(Actor person) {
        return person.has(Role.ANALYST) || person.has(Role.APPROVER) || person.has(Role.CONTROLLER);
    }

    private void ask(Div content, Publication publication, Finding finding) {
        new FollowUpForm(
                        finding.kind().title(),
                        finding.sentence(),
                        currentActor.get().name(),
                        formats.getObject().today().plusDays(PROPOSED_DAYS),
                        (owner, due, comment) -> {
                            followUps.open(
                                    publication.closeId(), finding.kind(), publication.version(), owner, due, comment);
                            Notices.done("Followed up by " + owner + ".");
                            show(content, publication);
                        })
                .open();
    }
}
