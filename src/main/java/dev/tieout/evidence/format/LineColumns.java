package dev.tieout.evidence.format;

import static dev.tieout.evidence.format.Column.amount;
import static dev.tieout.evidence.format.Column.date;
import static dev.tieout.evidence.format.Column.decimal;
import static dev.tieout.evidence.format.Column.flag;
import static dev.tieout.evidence.format.Column.key;
import static dev.tieout.evidence.format.Column.text;
import static dev.tieout.evidence.format.Column.time;
import static dev.tieout.evidence.format.Column.whole;
import static dev.tieout.evidence.format.Column.word;

/** The columns of the longer tables about lines and their differences. */
final class LineColumns {

    /** What billing says at the end of the period. */
    static final Column[] CLOSING = {
        key("account"),
        key("subscription"),
        key("product"),
        amount("mrr"),
        word("currency"),
        word("status"),
        decimal("quantity"),
        decimal("discount"),
        text("source_ref"),
        time("posted_at"),
        flag("late"),
        whole("source_id"),
        whole("source_line")
    };

    /** How lines stood before their events. */
    static final Column[] AT_OPEN = {
        key("account"),
        key("subscription"),
        key("product"),
        amount("mrr"),
        word("currency"),
        word("status"),
        decimal("quantity"),
        decimal("discount")
    };

    /** What happened to them. */
    static final Column[] EVENTS = {
        key("account"),
        key("subscription"),
        key("product"),
        whole("step"),
        key("system"),
        key("event_id"),
        text("kind"),
        time("effective_at"),
        time("posted_at"),
        time("placed_at"),
        key("placed_by"),
        decimal("before"),
        decimal("change"),
        decimal("after"),
        word("currency"),
        word("status"),
        decimal("quantity"),
        decimal("quantity_change"),
        decimal("discount"),
        decimal("stood_at"),
        amount("stands_at"),
        whole("source_id"),
        whole("source_line")
    };

    /** Differences between the legs. */
    static final Column[] VARIANCES = {
        whole("id"),
        key("account"),
        word("currency"),
        amount("billing"),
        amount("ledger"),
        amount("retained"),
        amount("amount"),
        word("cause"),
        word("suggested"),
        whole("rule_version"),
        whole("rule_row"),
        text("owner"),
        date("due_on"),
        word("state"),
        text("explanation"),
        text("explained_by"),
        time("explained_at"),
        text("approved_by"),
        time("approved_at"),
        time("opened_at"),
        time("cleared_at")
    };

    private LineColumns() {}
}
