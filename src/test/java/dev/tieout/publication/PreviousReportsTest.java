package dev.tieout.publication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.closing.CloseState;
import dev.tieout.closing.Closes;
import dev.tieout.closing.SignOff;
import dev.tieout.closing.SignOffs;
import dev.tieout.publication.Publication.Status;
import dev.tieout.publication.Report.View;
import dev.tieout.publication.report.ReadingGuide;
import dev.tieout.reconciliation.Reconciliation;
import dev.tieout.reconciliation.TiedClose;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a report is compared with: NRR 95 % and GRR 95 % in September, 110 % and 90 % in October. */
@DatabaseTest
class PreviousReportsTest {

    @Autowired
    Given given;

    @Autowired
    Closes closes;

    @Autowired
    SignOffs signOffs;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    Publications publications;

    @Autowired
    PreviousReports previousReports;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private TiedClose close(GivenOrganisation organisation, String period) {
        return TiedClose.of(organisation, jdbc, new TransactionTemplate(transactions), closes, period);
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

    @Test
    void a_report_is_read_against_the_version_that_stood_when_it_went_out() {
        var organisation = given.organisation();
        var september = close(organisation, "2026-09")
                .account("a", "1000", "950")
                .account("b", "1000", "950")
                .figures();
        september.ledgerSays("a", "940");
        publish(september, Status.PROVISIONAL);
        // As the process does: the next period opens once this one has published.
        organisation.asSystem(() -> closes.entered(september.id(), CloseState.PROVISIONAL, "Variances"));
        var october = close(organisation, "2026-10")
                .account("a", "950", "1330")
                .account("b", "950", "760")
                .figures();
        var published = publish(october, Status.FINAL);
        september.ledgerSays("a", "950");
        assertThat(publish(september, Status.FINAL).version()).isEqualTo(2);

        organisation.as("manager", () -> {
            var report = publications.report(october.id(), null, View.MRR, "");
            var before = previousReports.before(published, View.MRR);
            assertThat(before).hasValueSatisfying(earlier -> {
                assertThat(earlier.publication().period()).isEqualTo("2026-09");
                assertThat(earlier.publication().version()).isEqualTo(1);
            });
            assertThat(ReadingGuide.of(report, before.orElseThrow()).divergence())
                    .hasValueSatisfying(sentence -> assertThat(sentence)
                            .startsWith(
                                    "NRR rose from 95.00 % to 110.00 % while GRR fell from 95.00 % to 90.00 % against September"
                                            + " 2026"));
            assertThat(previousReports.before(
                            publications.report(september.id(), 2, View.MRR, "").publication(), View.MRR))
                    .isEmpty();
        });
    }
}
