package dev.tieout.backtest.ui;

import com.vaadin.flow.component.html.Div;
import dev.tieout.backtest.StatusWord;
import dev.tieout.terms.AccountStatus;
import dev.tieout.terms.Period;
import dev.tieout.web.ui.DataTable;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The status words that would mean something else, with the lines that bear them. */
final class WordsTable extends Div {

    WordsTable(List<StatusWord> words) {
        setId("status-words");
        addClassName("stack");
        if (words.isEmpty()) {
            add(Panel.quiet("No line of any published period bears a word that would mean something else."));
            return;
        }
        add(
                new DataTable<StatusWord>("Status words that would mean something else")
                        .text("Period", word -> Words.of(Period.parse(word.period())))
                        .text("Billing system", StatusWord::billingSystem)
                        .text("Word", word -> "“" + word.word() + "”")
                        .text("From", word -> status(word.was()))
                        .text("To", word -> status(word.becomes()))
                        .number("Lines", word -> Format.count(word.lines()))
                        .number("Billed", WordsTable::billed)
                        .text("How sure", word -> sure(word.told()))
                        .rows(words),
                Panel.quiet(
                        "A line keeps what its word meant and not the word itself. Where the words of one meaning part,"
                                + " nobody can say afterwards whose lines they are."));
    }

    private static String status(@Nullable String name) {
        return name == null ? "Not known" : Words.of(AccountStatus.valueOf(name));
    }

    private static String billed(StatusWord word) {
        return word.currency().isEmpty() ? Format.NONE : Format.money(word.amount(), word.currency());
    }

    private static String sure(StatusWord.Told told) {
        return switch (told) {
            case EXACT -> "In the figures above";
            case AT_MOST -> "At most so many; not in the figures";
            case REJECTED -> "Would be rejected; not in the figures";
            case TAKEN_IN -> "Rejected rows that would be taken in; not in the figures";
        };
    }
}
