package dev.tieout.learning.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.tieout.backtest.ui.BackTestPanels;
import dev.tieout.learning.ProposedRow;
import dev.tieout.learning.ProposedRow.Answer;
import dev.tieout.learning.ProposedRow.Example;
import dev.tieout.learning.ProposedRow.Others;
import dev.tieout.learning.TriedPeriod;
import dev.tieout.rules.PinnedTable;
import dev.tieout.web.ui.DataTable;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Notices;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.Tag;
import dev.tieout.web.ui.Tag.Tone;
import dev.tieout.web.ui.Words;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One proposed row: what it asks and answers, whom it would have spared a person, and whom else it would move. */
final class ProposalPanel extends Section {

    private final transient ProposedRow row;
    private final String currency;
    private final transient IntFunction<String> names;

    /**
     * @param names what each row of the table is for
     * @param draft the draft that has the row in it; null when none has
     * @param backTest decides the published periods again with the row
     * @param take puts the row into a draft; null for those who write no tables
     */
    ProposalPanel(
            ProposedRow row,
            String currency,
            IntFunction<String> names,
            @Nullable PinnedTable draft,
            Supplier<List<TriedPeriod>> backTest,
            @Nullable Runnable take) {
        this.row = row;
        this.currency = currency;
        this.names = names;
        setId("proposal-" + row.id());
        addClassNames("panel", "proposal");
        add(title(), new Paragraph(place()), cells(), effect());
        row.others().forEach(some -> add(others(some)));
        add(spared());
        if (!row.objections().isEmpty()) {
            add(objections());
        }
        if (draft != null) {
            add(taken(draft));
        }
        add(steps(backTest, draft == null ? take : null));
    }

    private static Component taken(PinnedTable draft) {
        var line = new Div(
                new Span("Version " + draft.version() + ", a draft, has this row. "),
                new Anchor("rules/write/" + draft.table() + "/" + draft.version(), "Write on in it"),
                new Span(" · "),
                new Anchor(BackTestPanels.address(draft), "Its back-test"));
        line.addClassNames("callout", "taken");
        return line;
    }

    private Component steps(Supplier<List<TriedPeriod>> backTest, @Nullable Runnable take) {
        var steps = new Div();
        steps.addClassName("row");
        if (take != null) {
            var button = new Button("Take into a draft", _ -> take.run());
            button.setId("take-" + row.id());
            if (row.alsoMoved() <= row.unnecessary() && row.objections().isEmpty()) {
                button.addThemeVariants(ButtonVariant.PRIMARY);
            }
            steps.add(button);
        }
        var result = new Div();
        var test = new Button("Back-test it", _ -> {
            result.removeAll();
            Notices.unlessRefused(() -> result.add(new TriedPanel(backTest.get())));
        });
        test.setId("back-test-" + row.id());
        steps.add(test);
        var whole = new Div(steps, result);
        whole.addClassName("stack");
        return whole;
    }

    private Component title() {
        var line = new Div(
                new H2(said(row.from()) + " → " + said(row.to())),
                new Tag("Spares " + Words.counted(row.unnecessary(), "override", "overrides"), Tone.NEUTRAL),
                row.alsoMoved() == 0
                        ? new Tag("Moves nothing else", Tone.GOOD)
                        : new Tag(
                                "Also moves " + Words.counted(row.alsoMoved(), "movement", "movements"),
                                Tone.ATTENTION));
        if (!row.objections().isEmpty()) {
            line.add(new Tag("Could not be submitted as it is", Tone.BAD));
        }
        line.addClassName("title-line");
        return line;
    }

    private String place() {
        return switch (row.placement()) {
            case LAST -> "A new last row: no row took these movements.";
            case INSTEAD ->
                row.others().isEmpty()
                        ? "In the place of row " + decided() + ": every movement that it decided was overridden so."
                        : "In the place of row " + decided() + ": nothing that the table sees tells the overridden"
                                + " movements from the others that the row decided.";
            case BEFORE -> "A new row before row " + decided() + ", which decided these movements.";
        };
    }

    private String decided() {
        return row.row() + ", “" + names.apply(row.row()) + "”";
    }

    private Component cells() {
        return new DataTable<Map.Entry<String, String>>("What the proposed row asks")
                .text("It asks of", entry -> Words.label(entry.getKey()))
                .text("to be", Map.Entry::getValue)
                .cell("because", this::because)
                .rows(List.copyOf(row.conditions().entrySet()));
    }

    private Component because(Map.Entry<String, String> cell) {
        return row.learned().contains(cell.getKey())
                ? new Tag("Learned: shared by the overridden movements", Tone.ATTENTION)
                : quiet("As row " + row.row() + " asks");
    }

    private Component effect() {
        String spared = Words.counted(row.unnecessary(), "override", "overrides") + " ("
                + Format.money(row.amount(), currency) + " of change) would not have been needed.";
        String moved = row.others().isEmpty()
                ? " No movement that nobody overrode would be decided otherwise."
                : " But the row would decide " + Words.counted(row.alsoMoved(), "movement", "movements")
                        + " otherwise that nobody overrode:";
        String against = row.contradicted() == 0
                ? ""
                : " It would also take " + Words.counted(row.contradicted(), "movement", "movements")
                        + " that people gave yet another class or reason.";
        var said = new Div(spared + moved + against);
        said.addClassName("callout");
        if (row.others().isEmpty() && row.contradicted() == 0) {
            said.addClassName("good");
        }
        return said;
    }

    private Component others(Others some) {
        String title = Words.counted(some.movements(), "movement", "movements") + ", " + said(some.from()) + " → "
                + said(some.to()) + ", " + Format.money(some.amount(), currency) + " of change";
        var part = new Div(new H3(title));
        if (some.onlyReason()) {
            part.add(Panel.quiet("The class stays, so no figure changes; only the reason does."));
        }
        part.add(examples("Movements that the row would also move", some.examples(), some.movements(), false));
        return part;
    }

    private Component spared() {
        var table = examples("Overrides that it would have spared", row.overridden(), row.unnecessary(), true);
        var details = new NativeDetails("The overridden movements", table);
        details.setOpen(row.others().isEmpty());
        return details;
    }

    private Component examples(String caption, List<Example> examples, long all, boolean decided) {
        var table = new DataTable<Example>(caption)
                .cell("Account", ProposalPanel::account)
                .number("Change, " + currency, one -> Format.signed(one.change(), currency));
        if (decided) {
            table.text("Overridden by", one -> one.person() == null ? Format.NONE : one.person())
                    .text("Comment", one -> one.comment() == null ? Format.NONE : one.comment());
        }
        var part = new Div(table.rows(examples));
        if (all > examples.size()) {
            part.add(Panel.quiet("The " + examples.size() + " largest of " + Format.count(all) + "."));
        }
        return part;
    }

    private static Component account(Example one) {
        var below = quiet(one.line().isEmpty() ? one.account() : one.account() + ", " + one.line());
        var both = new Div(new Span(one.name()), below);
        both.addClassName("two-lines");
        return both;
    }

    private Component objections() {
        var list = new UnorderedList();
        row.objections().forEach(sentence -> list.add(new ListItem(sentence)));
        var said = new Div(new Span("The analysis holds against it:"), list);
        said.addClassNames("callout", "bad");
        return said;
    }

    private static Span quiet(String text) {
        var quiet = new Span(text);
        quiet.addClassName("quiet");
        return quiet;
    }

    private static String said(Answer answer) {
        var reason = answer.reason();
        return Words.of(answer.movementClass()) + (reason == null ? "" : ", " + Words.within(reason));
    }
}
