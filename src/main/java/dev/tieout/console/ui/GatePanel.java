package dev.tieout.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.tieout.publication.Gate;
import dev.tieout.publication.Gate.Check;
import dev.tieout.publication.Gate.State;
import dev.tieout.terms.Ratio;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Tag;
import dev.tieout.web.ui.Tag.Tone;
import dev.tieout.web.ui.Words;
import org.jspecify.annotations.Nullable;

/** The publish gate as a checklist: what could be published now, then one line for each check with where to see to it. */
final class GatePanel extends Div {

    private final Gate gate;

    GatePanel(Gate gate) {
        this.gate = gate;
        addClassName("stack");
        setId("gate");
        add(verdict());
        var list = new UnorderedList();
        list.addClassName("gate");
        gate.checks().forEach(check -> list.add(line(check)));
        add(list);
    }

    private Component verdict() {
        var verdict = new Paragraph(sentence());
        verdict.setId("gate-verdict");
        verdict.addClassName("callout");
        verdict.setClassName("good", gate.isClear());
        return verdict;
    }

    private String sentence() {
        if (gate.isClear()) {
            return "Every check passes: the report of this period is final or can be.";
        }
        long toDo = gate.checks().stream().filter(check -> !check.passed()).count();
        var open = Words.counted(toDo, "check does", "checks do") + " not pass yet. ";
        return open
                + gate.attainable()
                        .map(status -> "A report published now is provisional." + ranges())
                        .orElse("Nothing can be published yet.");
    }

    private String ranges() {
        var open = gate.open();
        if (open.count() == 0 || open.nrrLow() == null) {
            return "";
        }
        return " " + Words.counted(open.count(), "open variance", "open variances") + " of "
                + Format.money(open.amount(), gate.currency()) + (open.count() == 1 ? "" : " together")
                + " could move NRR to between "
                + between(open.nrrLow(), open.nrrHigh()) + " and GRR to between "
                + between(open.grrLow(), open.grrHigh()) + ".";
    }

    private static String between(@Nullable Ratio low, @Nullable Ratio high) {
        return low == null || high == null ? Format.NONE : low.percent() + " and " + high.percent();
    }

    private Component line(Check check) {
        var title = new Span(check.title());
        title.addClassName("check-title");
        var sentence = new Span(check.sentence());
        var said = new Div(title, sentence);
        said.addClassName("two-lines");
        var item = new ListItem(mark(check.state()), said);
        item.setId("check-" + check.topic().slug());
        if (!check.passed()) {
            item.add(new Anchor(address(check), word(check)));
        }
        return item;
    }

    private static Tag mark(State state) {
        return switch (state) {
            case PASSED -> new Tag("Passed", Tone.GOOD);
            case OPEN -> new Tag("Open", Tone.ATTENTION);
            case NOT_YET -> new Tag("Not yet", Tone.NEUTRAL);
        };
    }

    private String address(Check check) {
        var close = "closes/" + gate.period();
        return switch (check.place()) {
            case SOURCES -> close + "?part=sources";
            case LATE_POSTINGS -> close + "?part=late";
            case MOVEMENTS -> close + "?part=movements";
            case FIGURES -> close + "?part=figures";
            case TIE_OUT -> close + "?part=tie-out";
            case PROCESS -> close + "?part=process";
            case TASKS -> "";
            case RULES -> "rules";
        };
    }

    private static String word(Check check) {
        return switch (check.place()) {
            case SOURCES -> "Sources";
            case LATE_POSTINGS -> "Late postings";
            case MOVEMENTS -> "Movements";
            case FIGURES -> "Figures";
            case TIE_OUT -> "Tie-out";
            case PROCESS -> "Process";
            case TASKS -> "Tasks";
            case RULES -> "Rules";
        };
    }
}
