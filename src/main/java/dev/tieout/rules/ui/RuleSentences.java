package dev.tieout.rules.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import dev.tieout.rules.RuleTableContent;

/** A table's rows as sentences, numbered as decisions name them. */
final class RuleSentences extends OrderedList {

    RuleSentences(RuleTableContent content) {
        setId("rule-sentences");
        content.rows().forEach(row -> add(new ListItem(row.sentence())));
    }
}
