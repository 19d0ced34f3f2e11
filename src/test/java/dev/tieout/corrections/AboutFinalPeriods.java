package dev.tieout.corrections;

import dev.tieout.DatabaseTest;
import dev.tieout.GivenOrganisation;
import dev.tieout.audit.AuditTrail;
import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.cohort.Cohort;
import dev.tieout.corrections.Corrections.Draft;
import dev.tieout.movements.Movements;
import dev.tieout.publication.Publication;
import dev.tieout.publication.Publications;
import dev.tieout.reconciliation.Reconciliation;
import dev.tieout.sources.SourceCorrections;
import dev.tieout.sources.Sources;
import dev.tieout.tasks.Decision;
import dev.tieout.tasks.Task;
import dev.tieout.tasks.TaskKind;
import dev.tieout.tasks.Tasks;
import dev.tieout.tasks.Tasks.NewTask;
import dev.tieout.terms.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Notes about closed periods, without the engine: what a person decides is a task all the same. */
@DatabaseTest
@Import(FinalPeriods.class)
abstract class AboutFinalPeriods {

    static final Map<String, String> A1_BILLED_LESS = Map.of(
            "kind",
            "billed-line",
            "account",
            "A1",
            "subscription",
            "s-A1",
            "product",
            "Core",
            "mrr",
            "130.00",
            "currency",
            "USD",
            "status",
            "active");

    @Autowired
    FinalPeriods periods;

    @Autowired
    Corrections corrections;

    @Autowired
    Closes closes;

    @Autowired
    Cohort cohort;

    @Autowired
    Movements movements;

    @Autowired
    Publications publications;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    Sources sources;

    @Autowired
    SourceCorrections sourceCorrections;

    @Autowired
    Tasks tasks;

    @Autowired
    AuditTrail audit;

    GivenOrganisation organisation;

    @BeforeEach
    void two_periods_are_final() {
        organisation = periods.closed();
    }

    Close close(Period period) {
        return organisation.as("manager", () -> closes.of(period));
    }

    Correction raise(Period period, List<Map<String, String>> changes) {
        return organisation.as(
                "analyst",
                () -> corrections.raise(
                        period, new Draft("Credit note 77 was missed", "5.2 Credits", Changes.read(changes))));
    }

    Correction now(Correction correction) {
        return organisation.as("manager", () -> corrections.correction(correction.id()));
    }

    Correction previewed(Correction correction) {
        organisation.asSystem(() -> corrections.preview(correction.id()));
        return now(correction);
    }

    Task task(Correction correction) {
        return organisation.asSystem(() -> tasks.open(new NewTask(
                correction.closeId(), TaskKind.APPROVE_CORRECTION, "Approve", correction.subject(), null, null)));
    }

    Correction approved(Correction correction) {
        var task = task(correction);
        organisation.as("controller", () -> tasks.complete(task.key(), Decision.APPROVE, "Checked with billing"));
        return now(correction);
    }

    Correction applied(Correction correction) {
        var approved = approved(previewed(correction));
        organisation.asSystem(() -> corrections.apply(approved.id()));
        return now(correction);
    }

    List<Publication> versions(Period period) {
        return organisation.as("manager", () -> publications.of(close(period).key()));
    }
}
