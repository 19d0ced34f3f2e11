package dev.tieout.metrics.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.tieout.metrics.Bridge;
import dev.tieout.web.ui.Facts;
import dev.tieout.web.ui.Format;
import java.util.Optional;

/** The ratios of a close, large, each with its range while variances are open. */
public final class Headline extends Div {

    /**
     * @param unit what the amounts are, such as {@code MRR}
     * @param nrrRange in words; empty when nothing is open
     */
    public Headline(
            Bridge bridge,
            String currency,
            String unit,
            boolean countReactivation,
            Optional<String> nrrRange,
            Optional<String> grrRange) {
        var accounts = bridge.accounts();
        var facts = Facts.headline();
        facts.fact(
                "Net revenue retention (NRR)",
                figure("nrr", Format.percent(bridge.nrr(countReactivation))),
                note(nrrRange));
        facts.fact("Gross revenue retention (GRR)", figure("grr", Format.percent(bridge.grr())), note(grrRange));
        facts.fact(
                "Logo retention",
                figure("logo-retention", Format.percent(bridge.logoRetention())),
                quiet(Format.count(accounts.retained()) + " of " + Format.count(accounts.cohort()) + " accounts"));
        facts.fact("Opening " + unit, figure("opening", Format.money(bridge.opening(), currency)));
        facts.fact("Closing " + unit, figure("closing", Format.money(bridge.closing(), currency)));
        add(facts);
    }

    private static Span figure(String id, String text) {
        var figure = new Span(text);
        figure.setId(id);
        return figure;
    }

    private static Span note(Optional<String> range) {
        return quiet(range.map(between -> "could be " + between).orElse(""));
    }

    private static Span quiet(String text) {
        var note = new Span(text);
        note.addClassName("quiet");
        return note;
    }
}
