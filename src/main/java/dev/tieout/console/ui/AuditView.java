package dev.tieout.console.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tieout.audit.AuditTrail;
import dev.tieout.audit.AuditTrail.Verification;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.PageHeading;
import dev.tieout.web.ui.Words;
import jakarta.annotation.security.PermitAll;

/** The trail, newest first, and the proof that nobody has changed it. */
@Route("audit")
@PageTitle("Audit trail – Tieout")
@Menu(title = "Audit trail", order = 90)
@PermitAll
class AuditView extends Main {

    private final AuditTrail audit;
    private final Div verdict = new Div();

    AuditView(AuditTrail audit, Format format) {
        this.audit = audit;
        addClassNames("page", "fills");
        verdict.getElement().setAttribute("aria-live", "polite");
        var verify = new Button("Verify the chain", click -> verify());
        verify.setId("verify");
        verify.setDisableOnClick(true);
        verify.addClickListener(click -> verify.setEnabled(true));
        add(
                new PageHeading("Audit trail")
                        .saying(
                                "Who did what, when and why. Rows are only ever added, and each seals the one before it.")
                        .offering(verify),
                verdict,
                new TrailGrid(audit::latest, format));
    }

    private void verify() {
        verdict.removeAll();
        verdict.add(sentence(audit.verify()));
    }

    private static Paragraph sentence(Verification seen) {
        var sentence = new Paragraph();
        sentence.setId("verification");
        if (seen.intact()) {
            sentence.setText("The trail is intact: " + Words.counted(seen.rows(), "row", "rows")
                    + " read, every hash and link holds. The last hash is " + seen.head() + ".");
            sentence.addClassNames("callout", "good");
        } else {
            sentence.setText("The trail has been tampered with: row " + Format.count(broken(seen))
                    + " is the first that does not fit. " + Words.counted(seen.rows(), "row was", "rows were")
                    + " read.");
            sentence.addClassNames("callout", "bad");
        }
        return sentence;
    }

    private static long broken(Verification seen) {
        var first = seen.firstBroken();
        return first == null ? seen.rows() : first;
    }
}
