package dev.tieout.exports.internal;

import dev.tieout.exports.ExportedFile;
import dev.tieout.exports.Exports;
import dev.tieout.exports.Exports.AskedReport;
import dev.tieout.exports.Form;
import dev.tieout.exports.internal.ShareLinkRows.Found;
import dev.tieout.organisation.Actor;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.OrganisationId;
import dev.tieout.publication.Report.View;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens share links. Whoever has the token reads, as an actor without a role, what the link is for and nothing else; a token that is
 * unknown, expired or revoked gets the same nothing.
 */
@Component
public class SharedReports {

    private final ShareLinkRows rows;
    private final BoardReports reports;
    private final Exports exports;
    private final CurrentActor currentActor;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SharedReports(
            ShareLinkRows rows,
            BoardReports reports,
            Exports exports,
            CurrentActor currentActor,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.reports = reports;
        this.exports = exports;
        this.currentActor = currentActor;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** The report that a token opens, by segment where accounts carry one. Counts a use. */
    public Optional<SharedReport> open(String token) {
        return as(token, (found, asked) -> reports.shared(asked, found.expiresAt()));
    }

    /** The same as a file. Counts a use. */
    public Optional<ExportedFile> file(String token, Form form) {
        return as(token, (found, asked) -> exports.report(form == Form.PDF ? asked : reports.sliced(asked), form));
    }

    private <T> Optional<T> as(String text, BiFunction<Found, AskedReport, T> read) {
        var token = new Token(text);
        if (!token.isWellFormed()) {
            return Optional.empty();
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return rows.find(token)
                .filter(found -> found.opensAt(now))
                .flatMap(found -> currentActor.callAs(reader(found), () -> {
                    boolean opens = Boolean.TRUE.equals(transaction.execute(status -> rows.use(found.id(), now)));
                    return opens
                            ? Optional.of(
                                    read.apply(found, new AskedReport(found.closeId(), found.version(), View.MRR, "")))
                            : Optional.empty();
                }));
    }

    private static Actor reader(Found found) {
        return new Actor(new OrganisationId(found.organisation()), "share-link-" + found.id(), Set.of());
    }
}
