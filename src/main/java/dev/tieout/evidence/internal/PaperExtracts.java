package dev.tieout.evidence.internal;

import dev.tieout.evidence.format.PackFile;
import java.util.List;

/** The smaller tables: what people decided, which files came in, how the legs compared, and the trail. */
final class PaperExtracts {

    /** The records of one kind, as rows of the table that they were taken from. */
    private static final String RECORDS = """
            from evidence_record e cross join lateral jsonb_populate_record(null::%1$s, e.record) r
            where e.publication_id = :publication and e.kind = '%1$s'
            """;

    private static final String KEPT = ", kept when the version was published";

    private static final Extract APPROVALS = new Extract(
            PackFile.APPROVALS,
            "sign-offs of the close" + KEPT,
            "Who signed what at which revision of the close, the suspended signatures too.",
            "select r.id, r.kind, r.person, r.signed_at, r.revision, r.comment, r.suspended_at, r.suspended_because "
                    + RECORDS.formatted("sign_off") + " order by r.id");

    private static final Extract TASKS = new Extract(
            PackFile.TASKS,
            "tasks of the close" + KEPT,
            "Every task that waited for a person, who decided it, how and with which words.",
            """
            select r.id, r.kind, r.title, r.subject, r.state, r.assignee, r.created_at, r.due_at, r.completed_by, r.completed_at,
                   r.decision, r.comment
            """ + RECORDS.formatted("task") + " order by r.id");

    private static final Extract DECISIONS = new Extract(
            PackFile.DECISIONS,
            "people's standing decisions on accounts" + KEPT,
            "Every override and exclusion that stands, those included that no longer fit the amounts and are set aside.",
            "select r.account, r.line, r.kind, r.class, r.reason, r.comment, r.person, r.decided_at "
                    + RECORDS.formatted("movement_decision")
                    + " order by r.account collate \"C\", r.line collate \"C\", r.kind");

    private static final Extract RECEIPTS = new Extract(
            PackFile.RECEIPTS,
            "receipts of the files that counted" + KEPT,
            "Every source file with its hash; rows = accepted + duplicates + rejected + late.",
            """
            select r.id, r.kind, r.profile, r.file_name, r.sha256, r.bytes, r.rows, r.accepted, r.duplicates, r.rejected, r.late,
                   r.state, r.imported_by, r.imported_at, r.rejects_acknowledged_by, r.rejects_acknowledged_at, r.rejects_comment
            """ + RECORDS.formatted("source") + " order by r.id");

    private static final Extract CONTROL_TOTALS = new Extract(
            PackFile.CONTROL_TOTALS,
            "receipts of the files that counted" + KEPT,
            "The amounts of each file by currency and by what became of the rows.",
            "select r.id as source_id, c.key as currency, m.key as measure, m.value::numeric as amount "
                    + RECORDS.formatted("source")
                            .replace(
                                    "where",
                                    "cross join jsonb_each(r.control_totals) c cross join jsonb_each_text(c.value) m where")
                    + " order by r.id, c.key collate \"C\", m.key collate \"C\"");

    private static final Extract REJECTS = new Extract(
            PackFile.REJECTS,
            "rejected rows of the files that counted",
            "Every row that was not taken in, with the column, its value and why.",
            "select j.source_id, j.line, j.column_name as \"column\", j.value, j.reason, j.row_text "
                    + RECORDS.formatted("source").replace("where", "join source_reject j on j.source_id = r.id where")
                    + " order by j.source_id, j.line, j.column_name collate \"C\"");

    private static final Extract DUPLICATES = new Extract(
            PackFile.DUPLICATES,
            "rows that a duplicate guard held back" + KEPT,
            "Every second copy of a row, its key and where the first one stands; counted once.",
            "select r.source_id, r.line, r.key, r.first_source, r.first_line " + RECORDS.formatted("source_duplicate")
                    + " order by r.source_id, r.line");

    private static final Extract RATES = new Extract(
            PackFile.RATES,
            "accepted rows of the rates file" + KEPT,
            "What one unit of a currency is worth in the reporting currency at both ends of the period.",
            "select r.currency, r.opening, r.closing, r.source_id, r.line as source_line " + RECORDS.formatted("rate")
                    + " order by r.currency collate \"C\"");

    private static final Extract TOTALS = new Extract(
            PackFile.TOTALS,
            "totals of the tie-out as compared last" + KEPT,
            "Billing, ledger and retained balance of all accounts by currency, and how many accounts differ above tolerance.",
            """
            select r.currency, r.accounts, r.billing, r.ledger, r.retained, r.retained_from, r.differing, r.compared_at
            """ + RECORDS.formatted("tie_out_total") + " order by r.currency collate \"C\"");

    private static final Extract VARIANCES = new Extract(
            PackFile.VARIANCES,
            "variances of the close" + KEPT,
            "Every difference above tolerance that the close has seen, its cause, owner, explanation and state; account * stands for all"
                    + " accounts together.",
            """
            select r.id, r.account, r.currency, r.billing, r.ledger, r.retained, r.amount, r.cause, r.suggested, r.rule_version,
                   r.rule_row, r.owner, r.due_on, r.state, r.explanation, r.explained_by, r.explained_at, r.approved_by, r.approved_at,
                   r.opened_at, r.cleared_at
            """ + RECORDS.formatted("variance") + " order by r.account collate \"C\", r.currency collate \"C\"");

    private static final Extract COMMENTS = new Extract(
            PackFile.COMMENTS,
            "comments on the close's variances and what was attached to them" + KEPT,
            "What people wrote, and the names and hashes of the files that they attached.",
            "select variance_id, kind, id, at, person, text, sha256 from ("
                    + "select r.variance_id, 'COMMENT' as kind, r.id, r.at, r.person, r.text, null as sha256 "
                    + RECORDS.formatted("variance_comment")
                    + " union all select r.variance_id, 'ATTACHMENT', r.id, r.at, r.person, r.name, r.sha256 "
                    + RECORDS.formatted("variance_attachment")
                    + ") said order by variance_id, kind collate \"C\", id");

    private static final Extract AUDIT = new Extract(
            PackFile.AUDIT,
            "the organisation's audit trail, which is append-only",
            "Every row from the opening of the close to its publication, without a gap: each hash covers the row and the hash before it.",
            """
            select organisation, seq, at, actor, action, subject, before, after, why, previous_hash, hash
            from audit_entry
            where organisation = current_organisation()
              and seq between (select max(seq) from audit_entry where action = 'close-opened' and subject = :subject)
                  and (select max(seq) from audit_entry
                       where action = 'published' and subject = :subject and (after::jsonb ->> 'version')::int = :version)
            order by seq
            """);

    static final List<Extract> ALL = List.of(
            APPROVALS,
            TASKS,
            DECISIONS,
            RECEIPTS,
            CONTROL_TOTALS,
            REJECTS,
            DUPLICATES,
            RATES,
            TOTALS,
            VARIANCES,
            COMMENTS,
            AUDIT);

    private PaperExtracts() {}
}
