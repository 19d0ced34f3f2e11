package dev.tieout.verification.internal;

import dev.tieout.terms.AccountStatus;
import java.util.List;

/** Lines from the rows of a balance. */
final class Lines {

    private Lines() {}

    static List<Line> of(List<Row> rows) {
        return rows.stream().map(Lines::of).toList();
    }

    /** What counts at the end of the period: a late row waits for the next one. */
    static List<Line> billed(List<Row> rows) {
        return rows.stream().filter(row -> !row.flag("late")).map(Lines::of).toList();
    }

    private static Line of(Row row) {
        var mrr = row.amount("mrr");
        if (mrr.signum() < 0) {
            throw row.difference("mrr", "an amount that is not negative");
        }
        return new Line(
                row.key("subscription"),
                row.key("product"),
                mrr,
                row.cell("currency"),
                row.word("status", AccountStatus.class),
                row.decimal("quantity"),
                row.decimal("discount"));
    }
}
