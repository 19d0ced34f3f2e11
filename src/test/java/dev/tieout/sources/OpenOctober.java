package dev.tieout.sources;

import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.terms.Period;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** New organisations whose first period, October 2026, is open for files. */
@TestComponent
class OpenOctober {

    static final Period OCTOBER = Period.parse("2026-10");
    static final String HEADER = "account_id,subscription_id,product,period,mrr,currency,status,posted_at\n";

    private final Given given;
    private final Closes closes;
    private final Sources sources;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    OpenOctober(Given given, Closes closes, Sources sources, JdbcClient jdbc, TransactionOperations transactions) {
        this.given = given;
        this.closes = closes;
        this.sources = sources;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    Desk anew() {
        var organisation = given.organisation();
        return new Desk(organisation, organisation.as("analyst", () -> closes.open(OCTOBER)));
    }

    /** Where one organisation's analyst imports. */
    final class Desk {

        final GivenOrganisation organisation;
        final Close close;

        Desk(GivenOrganisation organisation, Close close) {
            this.organisation = organisation;
            this.close = close;
        }

        /** The close as it stands now. */
        Close now() {
            return organisation.as("analyst", () -> closes.withKey(close.key()));
        }

        Receipt receive(SourceKind kind, String text) {
            var profile = "generic-"
                    + switch (kind) {
                        case OPENING, BILLING -> "snapshot";
                        case LEDGER -> "ledger";
                        case RETAINED -> "retained";
                        case ACCOUNTS -> "accounts";
                        case RATES -> "rates";
                        case MIGRATION -> "migration";
                    };
            return organisation.as(
                    "analyst", () -> sources.receive(OCTOBER, kind, profile, "file.csv", FileBody.of(text)));
        }

        Receipt replace(Receipt old, String text) {
            return organisation.as("analyst", () -> sources.replace(old.id(), "better.csv", FileBody.of(text)));
        }

        List<Receipt> receipts() {
            return organisation.as("manager", () -> sources.of(close.key()));
        }

        List<String> exceptions() {
            return organisation.as("manager", () -> sources.exceptions(close.key()));
        }

        long count(String query) {
            return inDatabase(() -> jdbc.sql(query).query(Long.class).single());
        }

        <T> T inDatabase(Supplier<T> query) {
            return organisation.asSystem(() -> transactions.execute(status -> query.get()));
        }
    }
}
