package dev.tieout.exports;

import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.closing.Closes;
import dev.tieout.closing.SignOff;
import dev.tieout.closing.SignOffs;
import dev.tieout.publication.Publication;
import dev.tieout.publication.Publication.Status;
import dev.tieout.publication.Publications;
import dev.tieout.reconciliation.Reconciliation;
import dev.tieout.reconciliation.TiedClose;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An organisation whose October is published: opening 1,500, one account contracts by 100, a new one of 70.0050. */
@TestComponent
public class PublishedOctober {

    private final Given given;
    private final Closes closes;
    private final SignOffs signOffs;
    private final Reconciliation reconciliation;
    private final Publications publications;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    PublishedOctober(
            Given given,
            Closes closes,
            SignOffs signOffs,
            Reconciliation reconciliation,
            Publications publications,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.given = given;
        this.closes = closes;
        this.signOffs = signOffs;
        this.reconciliation = reconciliation;
        this.publications = publications;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Provisional, version 1: the ledger of b1 is 10 short. */
    public TiedClose provisional() {
        var close = accounts(given.organisation());
        close.ledgerSays("b1", "990");
        publish(close, Status.PROVISIONAL);
        return close;
    }

    /** Final, version 1. */
    public TiedClose settled() {
        var close = accounts(given.organisation());
        publish(close, Status.FINAL);
        return close;
    }

    private TiedClose accounts(GivenOrganisation organisation) {
        return TiedClose.of(organisation, jdbc, transaction, closes)
                .account("b1", "1000", "1000")
                .account("=s1", "500", "400")
                .account("s2", "0", "70.0050")
                .figures();
    }

    /** The ledger agrees after all: version 2, final. */
    public void settle(TiedClose close) {
        close.ledgerSays("b1", "1000");
        publish(close, Status.FINAL);
    }

    private Publication publish(TiedClose close, Status status) {
        var organisation = close.organisation();
        organisation.asSystem(() -> reconciliation.reconcile(close.id()));
        organisation.as("approver", () -> signOffs.sign(close.id(), SignOff.Kind.CLASSIFICATION, null));
        if (status == Status.FINAL) {
            organisation.as("approver", () -> signOffs.sign(close.id(), SignOff.Kind.PUBLICATION, null));
        }
        return organisation.asSystem(() -> publications.publish(close.id(), status));
    }
}
