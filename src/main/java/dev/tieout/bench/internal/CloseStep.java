package dev.tieout.bench.internal;

/** What is measured of a close, in the order in which the process does it. */
enum CloseStep {
    FREEZE("freeze the cohort", true),
    ACCOUNTS("import of the accounts", true),
    BILLING("import of the billing", true),
    LEDGER("import of the ledger", true),
    RETAINED("import of the balances", true),
    VALIDATE("validate the import", true),
    CLASSIFY("classify, every shard", true),
    COMPUTE("compute the figures", true),
    RECONCILE("reconcile", true),
    PROVISIONAL("publish, provisional", true),
    FINAL("publish, final", true),
    ROLL_FORWARD("read the roll-forward", false),
    DIFFERENCES("read the differences", false);

    private final String title;
    private final boolean ofTheClose;

    CloseStep(String title, boolean ofTheClose) {
        this.title = title;
        this.ofTheClose = ofTheClose;
    }

    static CloseStep of(BookFile file) {
        return valueOf(file.name());
    }

    String title() {
        return title;
    }

    /** The others are read by people afterwards. */
    boolean ofTheClose() {
        return ofTheClose;
    }
}
