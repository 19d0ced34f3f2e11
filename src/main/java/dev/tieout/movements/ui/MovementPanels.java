package dev.tieout.movements.ui;

import dev.tieout.audit.AuditTrail;
import dev.tieout.closing.Close;
import dev.tieout.movements.Explanations;
import dev.tieout.movements.Movements;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.sources.ChangeEvents;
import dev.tieout.web.ui.Format;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes movement lists for the views of other features. */
@Component
public class MovementPanels {

    private final Movements movements;
    private final Explanations explanations;
    private final ChangeEvents changes;
    private final AuditTrail audit;
    private final RuleWords rules;
    private final CurrentActor currentActor;
    private final ObjectProvider<Format> formats;

    MovementPanels(
            Movements movements,
            Explanations explanations,
            ChangeEvents changes,
            AuditTrail audit,
            RuleWords rules,
            CurrentActor currentActor,
            ObjectProvider<Format> formats) {
        this.movements = movements;
        this.explanations = explanations;
        this.changes = changes;
        this.audit = audit;
        this.rules = rules;
        this.currentActor = currentActor;
        this.formats = formats;
    }

    /**
     * The movements of a close. People who may override and exclude find that in place while the close is not final.
     *
     * @param currency the reporting currency, named in the column headings
     * @param changed called after a person decided on a movement
     */
    public MovementsPanel of(Close close, String currency, Runnable changed) {
        var actor = currentActor.get();
        boolean mayDecide = close.isChangeable() && (actor.has(Role.ANALYST) || actor.has(Role.APPROVER));
        var behind = new Behind(movements, explanations, changes, audit, rules, formats.getObject());
        return new MovementsPanel(behind, close, currency, mayDecide, changed);
    }

    /** What a movement's detail is put together from. */
    record Behind(
            Movements movements,
            Explanations explanations,
            ChangeEvents changes,
            AuditTrail audit,
            RuleWords rules,
            Format format) {}
}
