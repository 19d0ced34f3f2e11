package dev.tieout.publication;

import dev.tieout.GivenOrganisation;
import dev.tieout.closing.Closes;
import dev.tieout.closing.SignOff;
import dev.tieout.closing.SignOffs;
import dev.tieout.publication.Publication.Status;
import dev.tieout.reconciliation.Reconciliation;
import dev.tieout.reconciliation.TiedClose;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Closes that a test brings to publication, without files and engine. */
@TestComponent
public class GivenPublication {

    private final JdbcClient jdbc;
    private final PlatformTransactionManager transactions;
    private final Closes closes;
    private final SignOffs signOffs;
    private final Reconciliation reconciliation;
    private final Publications publications;

    GivenPublication(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Closes closes,
            SignOffs signOffs,
            Reconciliation reconciliation,
            Publications publications) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.closes = closes;
        this.signOffs = signOffs;
        this.reconciliation = reconciliation;
        this.publications = publications;
    }

    /** October 2026, opened and empty. */
    public Draft draft(GivenOrganisation organisation) {
        return draft(organisation, "2026-10");
    }

    /** A period, opened and empty; put accounts into its {@link Draft#close()}. */
    public Draft draft(GivenOrganisation organisation, String period) {
        return new Draft(TiedClose.of(organisation, jdbc, new TransactionTemplate(transactions), closes, period));
    }

    /** A close on its way to a version. */
    public final class Draft {

        private final TiedClose close;

        private Draft(TiedClose close) {
            this.close = close;
        }

        public TiedClose close() {
            return close;
        }

        public Draft reconcile() {
            close.organisation().asSystem(() -> reconciliation.reconcile(close.id()));
            return this;
        }

        public Draft sign(SignOff.Kind kind) {
            close.organisation().as("approver", () -> signOffs.sign(close.id(), kind, null));
            return this;
        }

        public Draft signAll() {
            return sign(SignOff.Kind.CLASSIFICATION).sign(SignOff.Kind.PUBLICATION);
        }

        public Publication publish(Status status) {
            return close.organisation().asSystem(() -> publications.publish(close.id(), status));
        }

        public Gate gate() {
            return close.organisation().as("manager", () -> publications.gate(close.id()));
        }
    }
}
