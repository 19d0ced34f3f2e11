package dev.tieout.rules.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.tieout.rules.RuleAnalysis;
import dev.tieout.rules.RuleAnalysis.BrokenCase;
import dev.tieout.rules.RuleAnalysis.Finding;
import dev.tieout.rules.RuleAnalysis.Gap;
import dev.tieout.rules.RuleTableRefused.Fault;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.Tag;
import dev.tieout.web.ui.Tag.Tone;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the analysis says, in the order in which it matters; each finding leads to its row. */
final class AnalysisPanel extends Div {

    private final transient BiConsumer<Integer, String> goTo;
    private final transient Consumer<Map<String, String>> closeGap;
    private final boolean writable;

    AnalysisPanel(BiConsumer<Integer, String> goTo, Consumer<Map<String, String>> closeGap, boolean writable) {
        this.goTo = goTo;
        this.closeGap = closeGap;
        this.writable = writable;
        setId("analysis");
        addClassName("rule-findings");
        getElement().setAttribute("aria-live", "polite");
    }

    void show(RuleAnalysis analysis) {
        removeAll();
        add(verdict(analysis));
        var base = analysis.comparedWith();
        if (base != null && analysis.errors().isEmpty()) {
            add(Panel.quiet("New means: not so in version " + base + ", from which it was written."));
        }
        part("Cells to mend", Tone.BAD, analysis.errors(), this::fault);
        part("Never true", Tone.BAD, analysis.neverTrue(), this::finding);
        part("Conflicts", Tone.BAD, analysis.conflicts(), this::finding);
        part("Never decide", Tone.BAD, analysis.masked(), this::finding);
        part("Answers that no close bears", Tone.BAD, analysis.unfit(), this::finding);
        part("Golden cases that break", Tone.BAD, analysis.brokenCases(), this::broken);
        part("Gaps", Tone.ATTENTION, analysis.gaps(), this::gap);
        part("Overlaps, and who wins", Tone.NEUTRAL, analysis.overlaps(), this::finding);
        if (!analysis.complete()) {
            add(Panel.quiet("The lists were cut short: the table has more of these than are shown."));
        }
    }

    private static Component verdict(RuleAnalysis analysis) {
        var verdict = new Div(
                analysis.isSubmittable()
                        ? "Nothing stands against submitting it. Gaps and overlaps are for people to judge."
                        : "It cannot be submitted yet.");
        verdict.addClassNames("callout", analysis.isSubmittable() ? "good" : "bad");
        return verdict;
    }

    private <T> void part(String title, Tone tone, List<T> all, Function<T, Component> line) {
        if (all.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        Stream.concat(all.stream().filter(AnalysisPanel::isNew), all.stream().filter(one -> !isNew(one)))
                .forEach(one -> list.add(item(one, line.apply(one))));
        if (tone == Tone.NEUTRAL) {
            long fresh = all.stream().filter(AnalysisPanel::isNew).count();
            var details = new NativeDetails(
                    title + " (" + all.size() + (fresh == 0 ? "" : ", " + fresh + " new") + ")", list);
            details.setOpen(fresh > 0);
            add(details);
            return;
        }
        var heading = new Div(new H2(title), new Tag(Integer.toString(all.size()), tone));
        heading.addClassName("title-line");
        add(heading, list);
    }

    /** What the last changes brought stands first and bears a mark. */
    private static boolean isNew(Object said) {
        return switch (said) {
            case Finding finding -> finding.introduced();
            case Gap gap -> gap.introduced();
            case BrokenCase broken -> broken.introduced();
            default -> false;
        };
    }

    private static ListItem item(Object said, Component line) {
        return isNew(said) ? new ListItem(new Tag("new", Tone.ATTENTION), line) : new ListItem(line);
    }

    private Component fault(Fault fault) {
        String place = fault.row() == 0 ? "The table" : "Row " + fault.row();
        String column = fault.column().isEmpty() ? "" : ", " + fault.column();
        return line(place + column, fault.row(), fault.column(), quoted(fault.value()) + fault.reason() + ".");
    }

    private static String quoted(String value) {
        return value.isEmpty() ? "" : "“" + value + "”: ";
    }

    private Component finding(Finding finding) {
        var line = line("Row " + finding.row(), finding.row(), "", finding.sentence() + ".");
        if (!finding.witness().isEmpty()) {
            line.add(witness(finding.witness()));
        }
        return line;
    }

    private Component broken(BrokenCase broken) {
        String place = broken.row() == 0 ? "No row" : "Row " + broken.row();
        return line(
                place,
                broken.row(),
                "",
                "“" + broken.name() + "” expects " + broken.expected() + " and gets " + broken.actual() + ".");
    }

    private Component gap(Gap gap) {
        var said = new Div(new Span(gap.sentence()));
        if (writable) {
            var close = new NativeButton("Add a row that takes these", _ -> closeGap.accept(gap.proposed()));
            said.add(new Div(close));
        }
        said.add(proposal(gap));
        return said;
    }

    private static Component proposal(Gap gap) {
        var text = gap.proposed().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(" · "));
        var line = new Div(text.isEmpty() ? "any" : text);
        line.addClassName("quiet");
        return line;
    }

    private Div line(String place, int row, String column, String sentence) {
        var said = new Div();
        if (row > 0) {
            said.add(new NativeButton(place, _ -> goTo.accept(row, column)));
        } else {
            said.add(new Span(place));
        }
        said.add(new Span(" " + sentence));
        return said;
    }

    private static Component witness(Map<String, String> fact) {
        String text = fact.entrySet().stream()
                .filter(entry ->
                        !entry.getValue().equals("0") && !entry.getValue().equals("no"))
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(" · "));
        var line = new Div("Such as: " + text);
        line.addClassName("quiet");
        return line;
    }
}
