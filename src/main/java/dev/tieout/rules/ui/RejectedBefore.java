package dev.tieout.rules.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleTableVersion;
import dev.tieout.rules.RuleTableVersion.State;
import dev.tieout.rules.RuleTables;
import java.util.Optional;

/** What stood against the version that a draft goes on from. */
final class RejectedBefore {

    private RejectedBefore() {}

    static Optional<Component> of(RuleTableVersion draft, RuleTables tables) {
        var base = draft.basedOn();
        if (base == null) {
            return Optional.empty();
        }
        var from = tables.content(new PinnedTable(draft.table(), base)).version();
        if (from.state() != State.REJECTED) {
            return Optional.empty();
        }
        var callout = new Div(
                "Version " + base + " was rejected by " + from.decidedBy() + ": “" + from.decisionComment() + "”");
        callout.setId("rejected-because");
        callout.addClassName("callout");
        return Optional.of(callout);
    }
}
