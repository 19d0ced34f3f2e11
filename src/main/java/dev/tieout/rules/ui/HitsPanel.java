package dev.tieout.rules.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.shared.Registration;
import dev.tieout.rules.MovementSamples.SampledPeriod;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleTableRefused;
import dev.tieout.rules.RuleTrials;
import dev.tieout.rules.RuleTrials.Moved;
import dev.tieout.rules.RuleTrials.RowHit;
import dev.tieout.rules.RuleTrials.RowHits;
import dev.tieout.terms.Refusal;
import dev.tieout.web.ui.DataTable;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.Words;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How many movements of a known period each row takes, and took in the version written from. */
final class HitsPanel extends Div {

    private static final int LOOK_AGAIN_MILLIS = 700;
    private static final int SHOWN = 20;

    private final transient RuleTrials trials;
    private final transient Consumer<RowHits> counted;
    private final transient Consumer<Integer> goTo;
    private final Select<SampledPeriod> periods = new Select<>();
    private final Div said = new Div();
    private @Nullable PinnedTable version;
    private @Nullable Registration waiting;

    HitsPanel(RuleTrials trials, Consumer<RowHits> counted, Consumer<Integer> goTo) {
        this.trials = trials;
        this.counted = counted;
        this.goTo = goTo;
        setId("hits");
        addClassName("rule-findings");
        said.addClassName("rule-findings");
        periods.setLabel("Movements of");
        periods.setId("hits-period");
        periods.setWidthFull();
        periods.setItemLabelGenerator(
                period -> period.period() + (period.published() ? ", published" : ", not published yet"));
        periods.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                recount();
            }
        });
        add(periods, said);
    }

    /** Chooses the newest published period, else the newest. */
    void open(PinnedTable opened) {
        version = opened;
        List<SampledPeriod> known = trials.periods(opened.table());
        periods.setItems(known);
        periods.setVisible(!known.isEmpty());
        known.stream()
                .filter(SampledPeriod::published)
                .findFirst()
                .or(() -> known.stream().findFirst())
                .ifPresent(periods::setValue);
        recount();
    }

    /** Counts anew, at once when the movements are at hand and else as soon as they are. */
    void recount() {
        var tried = version;
        var period = periods.getValue();
        said.removeAll();
        if (tried == null || period == null) {
            said.add(Panel.quiet("There are no movements yet that this table could be tried on."));
            return;
        }
        try {
            trials.hits(tried, period).ifPresentOrElse(this::show, this::waitForIt);
        } catch (RuleTableRefused _) {
            stopWaiting();
            said.add(Panel.quiet("Counted once every cell is well formed."));
        } catch (Refusal refusal) {
            stopWaiting();
            said.add(Panel.quiet("They cannot be counted: " + refusal.sentence()));
        }
    }

    private void waitForIt() {
        said.add(Panel.quiet("The movements are being read…"));
        var ui = UI.getCurrent();
        if (waiting == null && ui != null) {
            waiting = ui.addPollListener(_ -> recount());
            ui.setPollInterval(LOOK_AGAIN_MILLIS);
        }
    }

    private void stopWaiting() {
        if (waiting != null) {
            waiting.remove();
            waiting = null;
            var ui = UI.getCurrent();
            if (ui != null) {
                ui.setPollInterval(-1);
            }
        }
    }

    private void show(RowHits hits) {
        stopWaiting();
        said.removeAll();
        said.add(verdict(hits));
        if (hits.tried() < hits.movements()) {
            said.add(Panel.quiet("Counted on " + Format.count(hits.tried()) + " of " + Format.count(hits.movements())
                    + " movements, those of accounts picked by a hash of their names."));
        }
        if (!hits.moved().isEmpty()) {
            said.add(new H2("Other answers"), moved(hits.moved()));
        }
        var changed = Stream.concat(hits.rows().stream(), hits.gone().stream())
                .filter(hit -> hit.change() != 0)
                .toList();
        if (!changed.isEmpty()) {
            said.add(new H2("Rows that take more or fewer"), rows(hits, changed));
        }
        var idle = hits.rows().stream()
                .filter(hit -> hit.row() > 0 && hit.now() == 0)
                .count();
        said.add(Panel.quiet(
                idle == 0
                        ? "Every row takes some movement."
                        : Words.counted(idle, "row takes", "rows take") + " none of them."));
        counted.accept(hits);
    }

    private Component verdict(RowHits hits) {
        var base = hits.base();
        var none = hits.rows().getLast();
        String unclassified = none.now() == 0
                ? "Every one of them is taken by a row."
                : Format.count(none.now()) + (none.now() == 1 ? " of them is" : " of them are") + " taken by no row.";
        String against = base == null
                ? Words.counted(hits.tried(), "movement", "movements") + ". "
                : hits.changed() == 0
                        ? "All " + Format.count(hits.tried()) + " movements get the same answer as by version " + base
                                + ". "
                        : Format.count(hits.changed()) + " of " + Format.count(hits.tried())
                                + " movements get another answer than by version " + base + ". ";
        return new Div(against + unclassified);
    }

    private Component moved(List<Moved> all) {
        var list = new UnorderedList();
        all.stream()
                .limit(SHOWN)
                .forEach(one -> list.add(new ListItem(Format.count(one.movements()) + ": " + CaseWords.plain(one.from())
                        + " → " + CaseWords.plain(one.to()))));
        return list;
    }

    private Component rows(RowHits hits, List<RowHit> changed) {
        return new DataTable<RowHit>("Rows that take more or fewer movements")
                .cell("Row", hit -> name(hits, hit))
                .number("Before", hit -> Format.count(hit.before()))
                .number("Now", hit -> Format.count(hit.now()))
                .number("Change", hit -> (hit.change() > 0 ? "+" : "") + Format.count(hit.change()))
                .rows(changed);
    }

    private Component name(RowHits hits, RowHit hit) {
        if (hits.gone().contains(hit)) {
            return new Div("formerly " + hit.row());
        }
        return hit.row() == 0
                ? new Div("no row")
                : new NativeButton(Integer.toString(hit.row()), _ -> goTo.accept(hit.row()));
    }
}
