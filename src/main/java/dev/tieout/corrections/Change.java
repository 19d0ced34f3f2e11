package dev.tieout.corrections;

import dev.tieout.terms.AccountStatus;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One thing that a correction note sets right. */
public sealed interface Change {

    /** The account that it is about. */
    String account();

    /** As the API writes it: {@code billed-line}. */
    String kind();

    /** What makes two changes of a note the same one. */
    String key();

    /**
     * What a line recurs at, at one end of the period.
     *
     * @param mrr per month, 0 or more
     * @param quantity null leaves what stood
     * @param discount an amount a month; null leaves what stood
     */
    record Line(
            String subscription,
            String product,
            BigDecimal mrr,
            String currency,
            AccountStatus status,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal discount) {}

    /** What billing says of a line at the period's end. */
    record BilledLine(String account, Line line) implements Change {
        @Override
        public String kind() {
            return "billed-line";
        }

        @Override
        public String key() {
            return String.join("\t", kind(), account, line.subscription(), line.product());
        }
    }

    /** What an organisation's first period opened with. */
    record OpeningLine(String account, Line line) implements Change {
        @Override
        public String kind() {
            return "opening-line";
        }

        @Override
        public String key() {
            return String.join("\t", kind(), account, line.subscription(), line.product());
        }
    }

    /**
     * Another class and reason for a movement.
     *
     * @param line empty at account grain
     */
    record Reclassification(String account, String line, MovementClass movementClass, Reason reason) implements Change {
        @Override
        public String kind() {
            return "override";
        }

        @Override
        public String key() {
            return String.join("\t", kind(), account, line);
        }
    }

    /** An account leaves the period's numbers. */
    record Exclude(String account, String reason) implements Change {
        @Override
        public String kind() {
            return "exclude";
        }

        @Override
        public String key() {
            return String.join("\t", "exclusion", account);
        }
    }

    /** An excluded account is taken in again. */
    record Include(String account, String reason) implements Change {
        @Override
        public String kind() {
            return "include";
        }

        @Override
        public String key() {
            return String.join("\t", "exclusion", account);
        }
    }

    /** A posting that the ledger of the period lacks. */
    record LedgerPosting(
            String entryId,
            String account,
            LocalDate postedOn,
            BigDecimal amount,
            String currency,
            @Nullable String glAccount)
            implements Change {
        @Override
        public String kind() {
            return "ledger-posting";
        }

        @Override
        public String key() {
            return String.join("\t", kind(), entryId);
        }
    }
}
