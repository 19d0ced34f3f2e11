package dev.tieout.sources.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.tieout.closing.Close;
import dev.tieout.rules.RuleTableVersion;
import dev.tieout.sources.Receipt;
import dev.tieout.sources.StatusWords;
import dev.tieout.sources.StatusWords.Meaning;
import dev.tieout.sources.StatusWords.Newer;
import dev.tieout.sources.StatusWords.UnknownWord;
import dev.tieout.terms.AccountStatus;
import dev.tieout.web.ui.DataTable;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Notices;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.Tag;
import dev.tieout.web.ui.Tag.Tone;
import dev.tieout.web.ui.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Status words that the close's crosswalk does not know: what they cost, what they mean, and the way back in for their rows. */
final class StatusWordsPanel extends Div {

    private final StatusWords words;
    private final Close close;
    private final boolean mayMap;
    private final Runnable readAgain;
    private final List<Choice> choices = new ArrayList<>();
    private final TextField why = new TextField("Why, for the approver");

    /** @param readAgain called after rejected rows came in */
    StatusWordsPanel(StatusWords words, Close close, boolean mayMap, Runnable readAgain) {
        this.words = words;
        this.close = close;
        this.mayMap = mayMap;
        this.readAgain = readAgain;
        setId("status-words");
        show();
    }

    private record Choice(UnknownWord word, Select<AccountStatus> meaning) {}

    private void show() {
        removeAll();
        choices.clear();
        var standing = words.of(close.key());
        var useful = standing.newer().stream().filter(newer -> newer.rows() > 0).toList();
        if (standing.words().isEmpty() && useful.isEmpty()) {
            return;
        }
        var panel = new Panel(
                "Status words that nobody has mapped",
                Panel.quiet("Version " + standing.pinned()
                        + " of the status crosswalk does not know these words, so their rows were rejected. Say what they"
                        + " mean; once another person has approved that, the rows are read again from what was kept of"
                        + " them."));
        useful.forEach(newer -> panel.add(adoption(newer)));
        if (!standing.words().isEmpty()) {
            panel.add(table(standing.words()));
            if (mayMap && !choices.isEmpty()) {
                panel.add(submission());
            }
        }
        add(panel);
    }

    private Component adoption(Newer newer) {
        var version = newer.version();
        var said = new Paragraph("Version " + version.version() + " of the crosswalk is approved ("
                + version.approvedBy() + ") and knows the words of "
                + Words.counted(newer.rows(), "rejected row", "rejected rows") + ".");
        var callout = new Section(said);
        callout.addClassNames("callout", "stack");
        var objection = newer.objection();
        if (objection != null) {
            callout.add(new Paragraph(objection));
        } else if (mayMap) {
            var use = new Button(
                    "Use version " + version.version() + " and read " + Words.counted(newer.rows(), "row", "rows")
                            + " again",
                    _ -> Notices.unlessRefused(() -> adopt(version)));
            use.setId("adopt-" + version.version());
            use.addThemeVariants(ButtonVariant.PRIMARY);
            callout.add(new Div(use));
        }
        return callout;
    }

    private void adopt(RuleTableVersion version) {
        var receipts = words.adopt(close.key(), version.version());
        long accepted = receipts.stream().mapToLong(Receipt::accepted).sum();
        Notices.done(Words.counted(accepted, "row", "rows") + " came in after all, by version " + version.version()
                + " of the crosswalk.");
        show();
        readAgain.run();
    }

    private Component table(List<UnknownWord> unknown) {
        var table = new DataTable<UnknownWord>("Status words that the crosswalk does not know")
                .cell("Word", StatusWordsPanel::word)
                .text("Billing system", UnknownWord::system)
                .number("Rows", word -> Format.count(word.rows()))
                .number("Amount", StatusWordsPanel::amounts)
                .text("File", word -> String.join(", ", word.files()));
        if (mayMap || unknown.stream().anyMatch(word -> word.proposed() != null)) {
            table.cell("Meaning", this::meaning);
        }
        return table.rows(unknown);
    }

    private static Component word(UnknownWord word) {
        var said = new Span("“" + word.word() + "”");
        said.addClassName("row-text");
        return said;
    }

    private static String amounts(UnknownWord word) {
        return word.amounts().isEmpty()
                ? "not known"
                : word.amounts().entrySet().stream()
                        .map(amount -> Format.money(amount.getValue(), amount.getKey()))
                        .collect(Collectors.joining(", "));
    }

    private Component meaning(UnknownWord word) {
        if (word.proposed() != null) {
            return new Tag("Version " + word.proposed() + " awaits approval", Tone.ATTENTION);
        }
        if (!mayMap) {
            return new Span(Format.NONE);
        }
        var select = new Select<AccountStatus>();
        select.setItems(Arrays.stream(AccountStatus.values())
                .filter(status -> status != AccountStatus.ABSENT)
                .toList());
        select.setItemLabelGenerator(status -> status == null ? "Not said" : Words.of(status));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption("Not said");
        select.setAriaLabel("Meaning of " + word.word());
        select.setId("meaning-" + choices.size());
        choices.add(new Choice(word, select));
        return select;
    }

    private Component submission() {
        why.setId("meaning-why");
        why.setWidth("420px");
        why.setRequiredIndicatorVisible(true);
        var submit = new Button("Submit for approval", _ -> Notices.unlessRefused(this::submit));
        submit.setId("submit-meanings");
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        var row = new Div(why, submit);
        row.addClassName("row");
        return row;
    }

    private void submit() {
        var meanings = choices.stream()
                .filter(choice -> choice.meaning().getOptionalValue().isPresent())
                .map(choice -> new Meaning(
                        choice.word().system(),
                        choice.word().word(),
                        choice.meaning().getValue()))
                .toList();
        var version = words.propose(close.key(), meanings, why.getValue());
        why.clear();
        Notices.done("Version " + version.version() + " of the crosswalk waits for another person's approval.");
        show();
    }
}
