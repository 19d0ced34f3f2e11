package dev.tieout.lineage.internal;

import dev.tieout.metrics.BridgeLine;

/** The movements behind a figure, of a close as it stands or of a published version. */
final class PartSql {

    /** The movements of a close, with the accounts' present names. */
    private static final String LIVE = """
            with moved as (
                select m.account, coalesce(a.name, m.account) as account_name, m.line, m.class, m.reason, m.opening, m.closing, m.fx,
                       m.excluded_by, m.attributes
                from movement m left join account a on a.account = m.account
                where m.close_id = :edition
            )
            """;

    /** The movements of a version, with the names that they were published with. */
    private static final String PUBLISHED = """
            with moved as (
                select account, coalesce(account_name, account) as account_name, line, class, reason, opening, closing, fx,
                       excluded_by, attributes
                from publication_movement
                where publication_id = :edition
            )
            """;

    /** As figures are summed up: without excluded accounts, an account without the attribute in the nameless slice. */
    private static final String COUNTED = """
            from moved
            where excluded_by is null and (%1$s)
              and (:dimension = '' or coalesce(attributes ->> :dimension::text, '') = :slice)
            """;

    private static final String COLUMNS = "account, account_name, line, class, reason, opening, closing, ";

    private PartSql() {}

    /** How many movements make a figure, and what they come to. */
    static String sum(boolean published, BridgeLine line) {
        return moved(published) + "select count(*) as movements, coalesce(sum(" + amount(line) + "), 0) as total "
                + COUNTED.formatted(brings(line));
    }

    /** One after the other, the largest first. */
    static String list(boolean published, BridgeLine line) {
        return moved(published) + "select " + COLUMNS + amount(line) + " as amount "
                + COUNTED.formatted(brings(line))
                + "order by abs(" + amount(line) + ") desc, account collate \"C\", line collate \"C\""
                + " offset :offset limit :limit";
    }

    /** The movements of one account, whatever they bring to which figure. */
    static String ofAccount(boolean published) {
        return moved(published) + "select " + COLUMNS + "closing - opening as amount from moved"
                + " where account = :account order by line collate \"C\"";
    }

    private static String moved(boolean published) {
        return published ? PUBLISHED : LIVE;
    }

    /** What a movement brings to a line of the bridge. */
    private static String amount(BridgeLine line) {
        return switch (line) {
            case OPENING -> "opening";
            case CLOSING -> "closing";
            case FX -> "fx";
            case NEW, REACTIVATION, EXPANSION -> "(closing - fx - opening)";
            case CONTRACTION, CHURN -> "(opening - closing + fx)";
        };
    }

    /** Which movements bring anything to it. */
    private static String brings(BridgeLine line) {
        return switch (line) {
            case OPENING -> "opening <> 0";
            case CLOSING -> "closing <> 0";
            case FX -> "fx <> 0";
            case NEW, REACTIVATION, EXPANSION, CONTRACTION, CHURN -> "class = '" + line.name() + "'";
        };
    }
}
