package dev.tieout.evidence.format;

import static dev.tieout.evidence.format.Column.amount;
import static dev.tieout.evidence.format.Column.date;
import static dev.tieout.evidence.format.Column.decimal;
import static dev.tieout.evidence.format.Column.key;
import static dev.tieout.evidence.format.Column.text;
import static dev.tieout.evidence.format.Column.time;
import static dev.tieout.evidence.format.Column.whole;
import static dev.tieout.evidence.format.Column.word;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The files of a pack, in the order in which they stand in it; the rule tables ({@link #rules}) stand after {@link #POLICY}.
 *
 * <p>Tables are RFC 4180 in UTF-8 with CRLF, a header row and rows in the order of their key: text by the bytes of its UTF-8 form, numbers
 * by size, so that several can be read side by side as streams.
 */
// Both lists are made by List.of, which nobody can change.
@SuppressWarnings("ImmutableEnumChecker")
public enum PackFile {
    README("README.txt"),
    PUBLICATION("publication.json"),
    POLICY("policy.json"),
    APPROVALS(
            "people/approvals.csv",
            List.of("id"),
            whole("id"),
            word("kind"),
            key("person"),
            time("signed_at"),
            whole("revision"),
            text("comment"),
            time("suspended_at"),
            text("suspended_because")),
    TASKS(
            "people/tasks.csv",
            List.of("id"),
            whole("id"),
            word("kind"),
            key("title"),
            text("subject"),
            word("state"),
            text("assignee"),
            time("created_at"),
            time("due_at"),
            text("completed_by"),
            time("completed_at"),
            word("decision"),
            text("comment")),
    /** People's standing overrides and exclusions, those included that no longer fit the amounts and are set aside. */
    DECISIONS(
            "people/decisions.csv",
            List.of("account", "line", "kind"),
            key("account"),
            key("line"),
            word("kind"),
            word("class"),
            text("reason"),
            key("comment"),
            key("person"),
            time("decided_at")),
    RECEIPTS(
            "sources/receipts.csv",
            List.of("id"),
            whole("id"),
            word("kind"),
            key("profile"),
            key("file_name"),
            word("sha256"),
            amount("bytes"),
            amount("rows"),
            amount("accepted"),
            amount("duplicates"),
            amount("rejected"),
            amount("late"),
            word("state"),
            key("imported_by"),
            time("imported_at"),
            text("rejects_acknowledged_by"),
            time("rejects_acknowledged_at"),
            text("rejects_comment")),
    CONTROL_TOTALS(
            "sources/control-totals.csv",
            List.of("source_id", "currency", "measure"),
            whole("source_id"),
            key("currency"),
            word("measure"),
            amount("amount")),
    REJECTS(
            "sources/rejects.csv",
            List.of("source_id", "line", "column"),
            whole("source_id"),
            whole("line"),
            key("column"),
            text("value"),
            key("reason"),
            text("row_text")),
    DUPLICATES(
            "sources/duplicates.csv",
            List.of("source_id", "line"),
            whole("source_id"),
            whole("line"),
            key("key"),
            whole("first_source"),
            whole("first_line")),
    OPENING(
            "balances/opening.csv",
            List.of("account", "subscription", "product"),
            key("account"),
            key("subscription"),
            key("product"),
            amount("mrr"),
            word("currency"),
            word("status"),
            decimal("quantity"),
            decimal("discount"),
            whole("source_id"),
            whole("source_line")),
    /** Opening lines that bear other ids than the period before closed them with; packs of before have no such file. */
    MOVED(
            "balances/moved.csv",
            List.of("account", "subscription", "product"),
            key("account"),
            key("subscription"),
            key("product"),
            key("was_account"),
            key("was_subscription"),
            key("was_product"),
            whole("source_id"),
            whole("source_line")),
    CLOSING("balances/closing.csv", List.of("account", "subscription", "product"), LineColumns.CLOSING),
    /** How the lines stood before the events, as billed; only where events made the closing lines, and in no pack of before. */
    AT_OPEN("balances/at-open.csv", List.of("account", "subscription", "product"), LineColumns.AT_OPEN),
    /** The events that made the closing lines, in the order in which they were run; there with {@link #AT_OPEN}. */
    EVENTS("balances/events.csv", List.of("account", "subscription", "product", "step"), LineColumns.EVENTS),
    RATES(
            "balances/rates.csv",
            List.of("currency"),
            word("currency"),
            decimal("opening"),
            decimal("closing"),
            whole("source_id"),
            whole("source_line")),
    HISTORY("balances/history.csv", List.of("account"), key("account"), date("last_active")),
    MOVEMENTS("movements/movements.csv", List.of("account", "line"), MovementColumns.ALL),
    TOTALS(
            "tie-out/totals.csv",
            List.of("currency"),
            word("currency"),
            whole("accounts"),
            amount("billing"),
            amount("ledger"),
            amount("retained"),
            word("retained_from"),
            whole("differing"),
            time("compared_at")),
    LEDGER(
            "tie-out/ledger.csv",
            List.of("account", "entry_id"),
            key("account"),
            key("entry_id"),
            date("posted_on"),
            amount("amount"),
            word("currency"),
            text("gl_account"),
            whole("source_id"),
            whole("source_line")),
    RETAINED(
            "tie-out/retained.csv",
            List.of("account", "currency"),
            key("account"),
            word("currency"),
            amount("amount"),
            whole("source_id"),
            whole("source_line")),
    VARIANCES("tie-out/variances.csv", List.of("account", "currency"), LineColumns.VARIANCES),
    COMMENTS(
            "tie-out/comments.csv",
            List.of("variance_id", "kind", "id"),
            whole("variance_id"),
            word("kind"),
            whole("id"),
            time("at"),
            key("person"),
            text("text"),
            word("sha256")),
    CORRECTIONS("corrections/corrections.json"),
    /** Only where a note took late postings in. */
    BACK_POSTINGS("corrections/back-postings.json"),
    AUDIT(
            "audit/audit.csv",
            List.of("seq"),
            word("organisation"),
            whole("seq"),
            time("at"),
            key("actor"),
            key("action"),
            key("subject"),
            text("before"),
            text("after"),
            text("why"),
            word("previous_hash"),
            word("hash")),
    REPORT_JSON("report/report.json"),
    REPORT_CSV("report/report.csv");

    private final String path;
    private final List<String> sortedBy;
    private final List<Column> columns;

    PackFile(String path) {
        this(path, List.of());
    }

    PackFile(String path, List<String> sortedBy, Column... columns) {
        this.path = path;
        this.sortedBy = List.copyOf(sortedBy);
        this.columns = List.of(columns);
    }

    /** Where it stands in the pack. */
    public String path() {
        return path;
    }

    /** The columns by which its rows are in order; empty when it is no table of ours. */
    public List<String> sortedBy() {
        return sortedBy;
    }

    /** Empty for what is no table, and for the report, whose columns are the report's own. */
    public List<Column> columns() {
        return columns;
    }

    public List<String> header() {
        return columns.stream().map(Column::name).toList();
    }

    /** Columns whose sums the manifest holds. */
    public List<String> summed() {
        return columns.stream().filter(Column::summed).map(Column::name).toList();
    }

    /** The file that stands at a path; empty for rule tables, the manifest and what belongs in no pack. */
    public static Optional<PackFile> at(String path) {
        return Arrays.stream(values()).filter(file -> file.path.equals(path)).findFirst();
    }

    /** Where the content of a pinned decision table stands, byte for byte as it was approved. */
    public static String rules(String table) {
        return "rules/" + table + ".csv";
    }

    /** The name of a pack's own file. */
    public static String packName(String organisation, String period, int version) {
        return "tieout-" + organisation + "-" + period + "-v" + version + "-evidence.zip";
    }
}
