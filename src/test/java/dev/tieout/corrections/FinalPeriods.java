package dev.tieout.corrections;

import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.closing.CloseState;
import dev.tieout.closing.Closes;
import dev.tieout.closing.SignOff;
import dev.tieout.closing.SignOffs;
import dev.tieout.cohort.Cohort;
import dev.tieout.metrics.Metrics;
import dev.tieout.movements.Movements;
import dev.tieout.publication.Publication.Status;
import dev.tieout.publication.Publications;
import dev.tieout.reconciliation.Reconciliation;
import dev.tieout.sources.SourceKind;
import dev.tieout.sources.Sources;
import dev.tieout.terms.Period;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestComponent;

/**
 * An organisation that has closed October and November 2026 to final, each step as its process takes it, and has December open. A1 100
 * to 150 and on, A2 200 throughout, A3 50 to nothing, A4 new in October with 70; B1 new in November with 30.
 */
@TestComponent
class FinalPeriods {

    static final Period OCTOBER = Period.parse("2026-10");
    static final Period NOVEMBER = Period.parse("2026-11");
    static final Period DECEMBER = Period.parse("2026-12");

    private final Given given;
    private final Closes closes;
    private final SignOffs signOffs;
    private final Sources sources;
    private final Cohort cohort;
    private final Movements movements;
    private final Metrics metrics;
    private final Reconciliation reconciliation;
    private final Publications publications;

    FinalPeriods(
            Given given,
            Closes closes,
            SignOffs signOffs,
            Sources sources,
            Cohort cohort,
            Movements movements,
            Metrics metrics,
            Reconciliation reconciliation,
            Publications publications) {
        this.given = given;
        this.closes = closes;
        this.signOffs = signOffs;
        this.sources = sources;
        this.cohort = cohort;
        this.movements = movements;
        this.metrics = metrics;
        this.reconciliation = reconciliation;
        this.publications = publications;
    }

    GivenOrganisation closed() {
        var organisation = given.organisation();
        open(organisation, OCTOBER);
        receive(organisation, OCTOBER, SourceKind.OPENING, lines(OCTOBER, "A1 100.00", "A2 200.00", "A3 50.00"));
        finish(organisation, OCTOBER, "A1 150.00", "A2 200.00", "A4 70.00");
        open(organisation, NOVEMBER);
        finish(organisation, NOVEMBER, "A1 150.00", "A2 200.00", "A4 70.00", "B1 30.00");
        open(organisation, DECEMBER);
        classify(organisation, DECEMBER, "A1 150.00", "A2 200.00", "A4 70.00", "B1 30.00", "A3 55.00");
        return organisation;
    }

    void open(GivenOrganisation organisation, Period period) {
        long close = organisation.as("analyst", () -> closes.open(period)).key();
        organisation.asSystem(() -> cohort.freeze(close));
    }

    /** Brings billing and a ledger that agrees with it, and closes. */
    void finish(GivenOrganisation organisation, Period period, String... accounts) {
        long close = classify(organisation, period, accounts);
        organisation.as("approver", () -> signOffs.sign(close, SignOff.Kind.CLASSIFICATION, null));
        organisation.asSystem(() -> metrics.compute(close));
        organisation.asSystem(() -> reconciliation.reconcile(close));
        organisation.as("controller", () -> signOffs.sign(close, SignOff.Kind.PUBLICATION, null));
        organisation.asSystem(() -> publications.publish(close, Status.FINAL));
        organisation.asSystem(() -> closes.entered(close, CloseState.FINAL, "Final"));
    }

    private long classify(GivenOrganisation organisation, Period period, String... accounts) {
        receive(organisation, period, SourceKind.BILLING, lines(period, accounts));
        receive(organisation, period, SourceKind.LEDGER, postings(period, accounts));
        long close = organisation.as("manager", () -> closes.of(period)).key();
        organisation.asSystem(() -> cohort.freeze(close));
        organisation.asSystem(() -> movements.classify(close, 0, 1));
        return close;
    }

    void receive(GivenOrganisation organisation, Period period, SourceKind kind, String csv) {
        var profile = kind == SourceKind.LEDGER ? "generic-ledger" : "generic-snapshot";
        organisation.as(
                "analyst",
                () -> sources.receive(
                        period,
                        kind,
                        profile,
                        kind + ".csv",
                        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8))));
    }

    private static String lines(Period period, String... accounts) {
        return Arrays.stream(accounts)
                .map(account -> account.split(" "))
                .map(account -> "%s,s-%s,Core,%s,%s,USD,active,x-%s,%s-02T00:00:00Z\n"
                        .formatted(account[0], account[0], period, account[1], account[0], period))
                .collect(Collectors.joining(
                        "", "account_id,subscription_id,product,period,mrr,currency,status,source_id,posted_at\n", ""));
    }

    private static String postings(Period period, String... accounts) {
        return Arrays.stream(accounts)
                .map(account -> account.split(" "))
                .map(account ->
                        "e-%s-%s,%s,%s-15,%s,USD,4000\n".formatted(period, account[0], account[0], period, account[1]))
                .collect(Collectors.joining("", "entry_id,account_id,posted_at,amount,currency,gl_account\n", ""));
    }
}
