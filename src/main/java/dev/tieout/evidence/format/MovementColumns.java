package dev.tieout.evidence.format;

import static dev.tieout.evidence.format.Column.amount;
import static dev.tieout.evidence.format.Column.flag;
import static dev.tieout.evidence.format.Column.key;
import static dev.tieout.evidence.format.Column.text;
import static dev.tieout.evidence.format.Column.time;
import static dev.tieout.evidence.format.Column.whole;
import static dev.tieout.evidence.format.Column.word;

/** The columns of the movement log, the widest table of a pack. */
final class MovementColumns {

    static final Column[] ALL = {
        key("account"),
        text("account_name"),
        key("line"),
        amount("opening"),
        amount("closing"),
        amount("gross_up"),
        amount("gross_down"),
        amount("fx"),
        word("status"),
        word("class"),
        word("reason"),
        word("rule_table"),
        whole("rule_version"),
        whole("rule_row"),
        word("rule_class"),
        word("rule_reason"),
        flag("review"),
        text("overridden_by"),
        text("override_comment"),
        time("overridden_at"),
        text("excluded_by"),
        text("exclusion_reason"),
        text("exclusion_comment"),
        time("excluded_at"),
        text("attributes")
    };

    private MovementColumns() {}
}
