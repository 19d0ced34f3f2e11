package dev.tieout.learning.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.learning.Learned;
import dev.tieout.learning.OverrideLearning;
import dev.tieout.learning.ProposedRow;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.rules.RuleTableVersion;
import dev.tieout.rules.RuleTables;
import dev.tieout.terms.Period;
import dev.tieout.terms.Refusal;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Notices;
import dev.tieout.web.ui.PageHeading;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.Words;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What the overrides of a close could teach the movement table. The address names the period; without one it is the newest. */
@Route("learning")
@PermitAll
class LearningView extends Main implements HasUrlParameter<String>, HasDynamicTitle {

    private final OverrideLearning learning;
    private final Closes closes;
    private final RuleTables tables;
    private final CurrentActor currentActor;

    LearningView(OverrideLearning learning, Closes closes, RuleTables tables, CurrentActor currentActor) {
        this.learning = learning;
        this.closes = closes;
        this.tables = tables;
        this.currentActor = currentActor;
        addClassName("page");
    }

    @Override
    public String getPageTitle() {
        return "Learning from overrides – Tieout";
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String period) {
        removeAll();
        var all = closes.all();
        if (period == null && all.isEmpty()) {
            add(heading(null), Panel.plain(Panel.quiet("No period has been opened yet.")));
            return;
        }
        var close = period == null ? all.getFirst() : closes.of(Period.parse(period));
        add(heading(close), periods(all, close));
        try {
            show(close, learning.of(close.key()));
        } catch (Refusal refusal) {
            add(Panel.plain(Panel.quiet(refusal.sentence())));
        }
    }

    private static Component heading(@Nullable Close close) {
        var heading = new PageHeading("Learning from overrides")
                .saying("Overrides that have something in common, and the row that would have made them unnecessary. A"
                        + " proposal changes nothing: taken into a draft, it is analysed, back-tested and approved"
                        + " like every other.");
        var rules = new Anchor("rules", "All tables and versions");
        return close == null
                ? heading.offering(rules)
                : heading.offering(
                        new Anchor(
                                "closes/" + close.period() + "?part=movements", "Close of " + Words.of(close.span())),
                        rules);
    }

    private static Component periods(List<Close> all, Close shown) {
        var periods = new Select<String>();
        periods.setLabel("Period");
        periods.setId("period");
        periods.setWidth("240px");
        periods.setItems(all.stream().map(Close::period).toList());
        periods.setItemLabelGenerator(period -> Words.of(Period.parse(period)));
        periods.setValue(shown.period());
        periods.addValueChangeListener(event -> UI.getCurrent().navigate("learning/" + event.getValue()));
        return periods;
    }

    private void show(Close close, Learned learned) {
        if (learned.rows().isEmpty()) {
            add(Panel.plain(Panel.quiet("Nobody has overridden a movement of " + Words.of(close.span())
                    + " otherwise than the table decided it, so there is nothing to learn from.")));
            return;
        }
        add(Panel.quiet(Words.counted(learned.overrides(), "movement", "movements") + " of " + Words.of(close.span())
                + " " + (learned.overrides() == 1 ? "has" : "have")
                + " another class or reason than version " + learned.table().version()
                + " of the movement table gave. " + Words.counted(learned.rows().size(), "row", "rows")
                + " could have said so."));
        var content = tables.content(learned.table());
        IntFunction<String> names = row -> content.rows().get(row - 1).description();
        boolean writes = currentActor.get().has(Role.ANALYST);
        learned.rows().forEach(row -> {
            add(new ProposalPanel(
                    row,
                    learned.currency(),
                    names,
                    learned.drafts().get(row.id()),
                    () -> learning.backTest(close.key(), row.id()),
                    writes ? () -> take(close, row) : null));
        });
        if (learned.more() > 0) {
            add(Panel.quiet(Format.count(learned.more()) + " more proposals spare fewer overrides and are not shown."));
        }
    }

    private void take(Close close, ProposedRow row) {
        Notices.unlessRefused(() -> {
            RuleTableVersion draft = learning.takeIntoDraft(close.key(), row.id());
            UI.getCurrent().navigate("rules/write/" + draft.table() + "/" + draft.version());
        });
    }
}
