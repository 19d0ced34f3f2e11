package dev.tieout.evidence.internal;

import dev.tieout.evidence.format.PackFile;
import java.util.List;

/** The tables that come by the million: balances, movements and ledger postings of a version. */
final class BookExtracts {

    private static final String KEPT_BY =
            "(select kept_by from evidence_part where publication_id = :publication and part = ";

    private static final Extract OPENING = new Extract(
            PackFile.OPENING,
            "lines of the frozen opening cohort, kept when the version was published",
            "Every line with recurring revenue at the start of the period, in its own currency; the canonical text of all lines has the"
                    + " cohort hash of the stamps.",
            """
            select account, subscription, product, mrr, currency, status, quantity, discount, source_id, line as source_line
            from evidence_opening where publication_id = KEPT_BY 'OPENING')
            order by account collate "C", subscription collate "C", product collate "C"
            """.replace("KEPT_BY", KEPT_BY));

    private static final Extract MOVED = new Extract(
            PackFile.MOVED,
            "lines of the opening cohort that a file of moves between billing systems names",
            "Which lines open under other ids than the period before closed them with, and the row that says so: the same customers,"
                    + " neither churn nor new.",
            """
            select account, subscription, product, was_account, was_subscription, was_product, move_source as source_id,
                   move_line as source_line
            from evidence_opening where publication_id = KEPT_BY 'OPENING') and was_account is not null
            order by account collate "C", subscription collate "C", product collate "C"
            """.replace("KEPT_BY", KEPT_BY));

    private static final Extract CLOSING = new Extract(
            PackFile.CLOSING,
            "accepted rows of the billing files, kept when the version was published",
            "Every line as billing says it at the end of the period, in its own currency, with the status in the crosswalk's word; rows"
                    + " that are late belong to the next period and count for nothing here.",
            """
            select account, subscription, product, mrr, currency, status, quantity, discount, source_ref, posted_at, late, source_id,
                   line as source_line
            from evidence_billing where publication_id = KEPT_BY 'BILLING')
            order by account collate "C", subscription collate "C", product collate "C"
            """.replace("KEPT_BY", KEPT_BY));

    private static final Extract AT_OPEN = new Extract(
            PackFile.AT_OPEN,
            "how the lines stood when the period began, kept when the version was published",
            "What the events begin from: the opening lines as billed, and lines that carry no recurring revenue and have not ended.",
            """
            select account, subscription, product, mrr, currency, status, quantity, discount
            from evidence_at_open where publication_id = KEPT_BY 'AT_OPEN')
            order by account collate "C", subscription collate "C", product collate "C"
            """.replace("KEPT_BY", KEPT_BY));

    private static final Extract EVENTS = new Extract(
            PackFile.EVENTS,
            "the counted events of the period, kept when the version was published",
            "What billing says happened to each line, those included that earlier files brought and that waited for this period; opening"
                    + " and events come to the closing line.",
            """
            select account, subscription, product, step, system, event_id, kind, effective_at, posted_at, placed_at, placed_by, before,
                   change, after, currency, status, quantity, quantity_change, discount, stood_at, stands_at, source_id,
                   line as source_line
            from evidence_event where publication_id = KEPT_BY 'EVENTS')
            order by account collate "C", subscription collate "C", product collate "C", step
            """.replace("KEPT_BY", KEPT_BY));

    private static final Extract HISTORY = new Extract(
            PackFile.HISTORY,
            "the movements of the version; earlier periods and the accounts file before them",
            "When accounts that open at nothing were last active before the period; an account that is not here never was.",
            """
            select account, max(last_active) as last_active
            from publication_movement where publication_id = :publication and last_active is not null
            group by account order by account collate "C"
            """);

    private static final Extract MOVEMENTS = new Extract(
            PackFile.MOVEMENTS,
            "the movements of the version",
            "Opening to closing of every account or line, by the policy's grain, in the reporting currency, with the row of the decision"
                    + " table that decided and what people changed.",
            """
            select account, account_name, line, opening, closing, gross_up, gross_down, fx, status, class, reason, rule_table,
                   rule_version, rule_row, rule_class, rule_reason, review, overridden_by, override_comment, overridden_at,
                   excluded_by, exclusion_reason, exclusion_comment, excluded_at, attributes
            from publication_movement where publication_id = :publication
            order by account collate "C", line collate "C"
            """);

    private static final Extract LEDGER = new Extract(
            PackFile.LEDGER,
            "accepted rows of the ledger files, kept when the version was published",
            "The postings that make the ledger leg of the tie-out: those of the period's last month.",
            """
            select account, entry_id, posted_on, amount, currency, gl_account, source_id, line as source_line
            from evidence_ledger where publication_id = KEPT_BY 'LEDGER')
            order by account collate "C", entry_id collate "C"
            """.replace("KEPT_BY", KEPT_BY));

    private static final Extract RETAINED = new Extract(
            PackFile.RETAINED,
            "accepted rows of the retained-balance file, kept when the version was published",
            "The third leg of the tie-out as another system reports it; without such a report Tieout's own closing balance stands in.",
            """
            select account, currency, amount, source_id, line as source_line
            from evidence_retained where publication_id = KEPT_BY 'RETAINED')
            order by account collate "C", currency collate "C"
            """.replace("KEPT_BY", KEPT_BY));

    static final List<Extract> ALL =
            List.of(OPENING, MOVED, CLOSING, AT_OPEN, EVENTS, HISTORY, MOVEMENTS, LEDGER, RETAINED);

    private BookExtracts() {}
}
