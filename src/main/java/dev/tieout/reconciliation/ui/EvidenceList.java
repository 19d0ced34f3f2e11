package dev.tieout.reconciliation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.tieout.reconciliation.Variance;
import dev.tieout.reconciliation.VarianceEvidence.Fact;
import dev.tieout.reconciliation.VarianceEvidence.Row;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Panel;
import java.util.StringJoiner;

/** What the variance table saw, in words, with the rows behind each fact. */
final class EvidenceList extends Div {

    private final Variance variance;

    EvidenceList(Desk desk, Variance variance) {
        this.variance = variance;
        setId("variance-evidence");
        addClassName("evidence");
        var evidence = desk.reconciliation().evidence(variance.id());
        add(new H3("What speaks for it"));
        if (evidence.rule() != null) {
            add(Panel.quiet("The table's row says: " + evidence.rule() + "."));
        }
        var list = new UnorderedList();
        evidence.facts().forEach(fact -> list.add(item(fact)));
        add(list);
    }

    private Component item(Fact fact) {
        var item = new ListItem(new Span(fact.sentence()));
        fact.rows().forEach(row -> {
            var line = new Div(words(row));
            line.addClassName("quiet");
            item.add(line);
        });
        return item;
    }

    private String words(Row row) {
        var words = new StringJoiner(", ");
        words.add(row.id());
        if (row.postedOn() != null) {
            words.add(Format.day(row.postedOn()));
        }
        if (row.amount() != null) {
            words.add(Format.money(row.amount(), variance.currency()));
        }
        if (row.text() != null) {
            words.add(row.text());
        }
        if (row.file() != null) {
            words.add(row.file() + " line " + row.line());
        }
        return words.toString();
    }
}
