package dev.tieout.sources;

import dev.tieout.DatabaseTest;
import dev.tieout.closing.CloseState;
import dev.tieout.closing.Closes;
import dev.tieout.closing.SignOffs;
import dev.tieout.cohort.Cohort;
import dev.tieout.evidence.Evidence;
import dev.tieout.evidence.OctoberBook;
import dev.tieout.lineage.Lineage;
import dev.tieout.metrics.Metrics;
import dev.tieout.movements.Movement;
import dev.tieout.movements.MovementFilter;
import dev.tieout.movements.Movements;
import dev.tieout.publication.Publication.Status;
import dev.tieout.publication.Publications;
import dev.tieout.reconciliation.Reconciliation;
import dev.tieout.terms.Period;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A published October, and a November whose customers move from one billing system to another. */
@DatabaseTest
@Import(OctoberBook.class)
abstract class MovingCustomers {

    static final Period NOVEMBER = Period.parse("2026-11");
    static final String SNAPSHOT = "account_id,subscription_id,product,period,mrr,currency,status\n";
    static final String LEDGER = "entry_id,account_id,posted_at,amount,currency\n";
    static final String MOVES =
            "old_system,old_account_id,old_subscription_id,old_product,new_system,new_account_id,new_subscription_id,new_product\n";

    @Autowired
    OctoberBook october;

    @Autowired
    Sources sources;

    @Autowired
    Closes closes;

    @Autowired
    Cohort cohort;

    @Autowired
    Movements movements;

    @Autowired
    Metrics metrics;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    SignOffs signOffs;

    @Autowired
    Publications publications;

    @Autowired
    Evidence evidence;

    @Autowired
    Lineage lineage;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path directory;

    OctoberBook.Book book;
    long november;

    @BeforeEach
    void november_opens_with_what_october_closed_with() {
        book = october.opened();
        book.receive(SourceKind.ACCOUNTS, "account_id,name,segment\nOA,Alpha,big\nOB,Beta,small\n");
        book.receive(SourceKind.OPENING, SNAPSHOT + """
                OA,S1,Core,2026-09,100.00,USD,active
                OA,S1,Seats,2026-09,20.00,USD,active
                OB,S2,Core,2026-09,50.00,USD,active
                OC,S3,Core,2026-09,30.00,USD,active
                """);
        book.receive(SourceKind.BILLING, SNAPSHOT + """
                OA,S1,Core,2026-10,100.00,USD,active
                OA,S1,Seats,2026-10,20.00,USD,active
                OB,S2,Core,2026-10,50.00,USD,active
                OC,S3,Core,2026-10,30.00,USD,active
                """);
        book.receive(SourceKind.LEDGER, LEDGER + """
                E1,OA,2026-10-05,120.00,USD
                E2,OB,2026-10-05,50.00,USD
                E3,OC,2026-10-05,30.00,USD
                """);
        book.work();
        book.sign();
        book.publish(Status.FINAL);
        book.organisation().asSystem(() -> closes.entered(book.close(), CloseState.FINAL, "Closed"));
        var opened = book.organisation().as("analyst", () -> closes.open(NOVEMBER));
        november = opened.key();
        book.organisation().asSystem(() -> cohort.freeze(november));
    }

    Receipt receive(SourceKind kind, String profile, String text) {
        return book.organisation()
                .as("analyst", () -> sources.receive(NOVEMBER, kind, profile, kind + ".csv", FileBody.of(text)));
    }

    Receipt moves(String rows) {
        return receive(SourceKind.MIGRATION, "generic-migration", MOVES + rows);
    }

    Receipt everybodyMoves() {
        return moves("""
                old,OA,S1,Core,new,NA,sub_1,core-v2
                old,OA,S1,Seats,new,NA,sub_1,seats-v2
                old,OB,,,new,NB,,
                old,OC,,,new,NC,sub_3,core-v2
                """);
    }

    void billedByTheNewSystem() {
        receive(SourceKind.BILLING, "generic-snapshot", SNAPSHOT + """
                NA,sub_1,core-v2,2026-11,100.00,USD,active
                NA,sub_1,seats-v2,2026-11,20.00,USD,active
                NB,S2,Core,2026-11,50.00,USD,active
                NC,sub_3,core-v2,2026-11,30.00,USD,active
                """);
    }

    void postedUnderOldAndNewIds() {
        receive(SourceKind.LEDGER, "generic-ledger", LEDGER + """
                F1,OA,2026-11-05,120.00,USD
                F2,NB,2026-11-05,50.00,USD
                F3,OC,2026-11-05,30.00,USD
                """);
    }

    List<Movement> classified() {
        return book.organisation().asSystem(() -> {
            movements.classify(november, 0, 1);
            metrics.compute(november);
            reconciliation.reconcile(november);
            return movements.find(november, MovementFilter.all(), Movements.Sort.byAccount(), 0, 100);
        });
    }

    List<String> opening() {
        return book.inDatabase(
                () -> jdbc.sql("select account || ' ' || subscription || ' ' || product from opening_line"
                                + " where close_id = ? order by 1")
                        .param(november)
                        .query(String.class)
                        .list());
    }
}
