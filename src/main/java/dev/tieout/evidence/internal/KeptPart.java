package dev.tieout.evidence.internal;

/** Lines that come by the million and are kept with a version; one set serves several versions while nothing in it changes. */
enum KeptPart {
    /** The frozen opening cohort. */
    OPENING(
            "evidence_opening",
            "account, subscription, product",
            "account, subscription, product, mrr, currency, status, quantity, discount, source_id, line,"
                    + " was_account, was_subscription, was_product, move_source, move_line",
            "opening_line where close_id = :close"),

    /** What billing says at the end of the period. */
    BILLING(
            "evidence_billing",
            "account, subscription, product",
            "account, subscription, product, mrr, currency, status, quantity, discount, source_ref, posted_at, late, source_id, line",
            "billing_row where close_id = :close"),

    /** The postings that make the ledger leg: those of the period's last month. */
    LEDGER(
            "evidence_ledger",
            "entry_id",
            "entry_id, account, posted_on, amount, currency, gl_account, source_id, line",
            "ledger_row where organisation = current_organisation() and period = :period"
                    + " and (:monthly or posted_on >= :last_month)"),

    /** Another system's retained balances, when they were given. */
    RETAINED(
            "evidence_retained",
            "account, currency",
            "account, currency, amount, source_id, line",
            "retained_row where close_id = :close"),

    /** The events that made the closing lines; none where a snapshot tells of those. */
    EVENTS(
            "evidence_event",
            "system, event_id",
            "account, subscription, product, step, of_all, system, event_id, kind, effective_at, posted_at, placed_at, placed_by,"
                    + " before, change, after, currency, status, quantity, quantity_change, discount, stood_at, stands_at,"
                    + " source_id, line",
            "counted_event(:close)"),

    /** What those events began from. */
    AT_OPEN(
            "evidence_at_open",
            "account, subscription, product",
            "account, subscription, product, mrr, currency, status, quantity, discount",
            "line_at_open(:close) where closes_by_events(:close)");

    private final String table;
    private final String key;
    private final String columns;
    private final String current;

    KeptPart(String table, String key, String columns, String current) {
        this.table = table;
        this.key = key;
        this.columns = columns;
        this.current = current;
    }

    /** The lines kept by {@code :kept_by}, as a from clause. */
    private String kept() {
        return table + " where publication_id = :kept_by";
    }

    /** Whether there are as many lines now as were kept. */
    String sameNumber() {
        return "select (select count(*) from " + current + ") = (select count(*) from " + kept() + ")";
    }

    /** Whether every line now is one that was kept and the other way round, whole. A full join is never done row by row. */
    String same() {
        return "select not exists (select from (select " + columns + " from " + current + ") n full join (select "
                + columns + " from " + kept() + ") k using (" + key + ") where n is distinct from k)";
    }

    /** Keeps the lines as they are now. */
    String keep() {
        return "insert into " + table + " (organisation, publication_id, " + columns
                + ") select current_organisation(), :publication, " + columns + " from " + current;
    }
}
