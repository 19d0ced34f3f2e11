package dev.tieout.web.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import dev.tieout.terms.Refusal;
import jakarta.annotation.security.PermitAll;

/** A page that a refusal stands in the way of: no such close, no such task. */
@ParentLayout(MainLayout.class)
@PermitAll
@PageTitle("This cannot be shown – Tieout")
class RefusedView extends Main implements HasErrorParameter<Refusal> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Refusal> parameter) {
        var refusal = parameter.getException();
        ErrorPage.fill(this, title(refusal.kind()), refusal.sentence());
        return switch (refusal.kind()) {
            case INVALID -> 400;
            case FORBIDDEN -> 403;
            case MISSING -> 404;
            case CONFLICT -> 409;
            case TOO_LARGE -> 413;
        };
    }

    private static String title(Refusal.Kind kind) {
        return switch (kind) {
            case MISSING -> "There is nothing here";
            case FORBIDDEN -> "This is not yours to see";
            case INVALID, CONFLICT, TOO_LARGE -> "This cannot be shown";
        };
    }
}
