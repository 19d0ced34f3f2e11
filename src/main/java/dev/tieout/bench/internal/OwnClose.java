package dev.tieout.bench.internal;

import dev.tieout.closing.CloseState;
import dev.tieout.closing.Closes;
import dev.tieout.closing.SignOff;
import dev.tieout.closing.SignOffs;
import dev.tieout.cohort.Cohort;
import dev.tieout.metrics.Metrics;
import dev.tieout.movements.MovementFilter;
import dev.tieout.movements.Movements;
import dev.tieout.organisation.Actor;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.OrganisationId;
import dev.tieout.organisation.Organisations;
import dev.tieout.organisation.Role;
import dev.tieout.publication.Publication.Status;
import dev.tieout.publication.Publications;
import dev.tieout.reconciliation.Reconciliation;
import dev.tieout.reconciliation.Variance;
import dev.tieout.rules.VarianceCause;
import dev.tieout.sources.Sources;
import dev.tieout.terms.MovementClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The months of one company through the services that the process's workers and people's screens call. */
@Component
@Profile("bench")
class OwnClose {

    static final OrganisationId COMPANY = new OrganisationId("bench-company");

    private static final int MANY = 100_000;
    private static final int PAGE = 100;
    private static final MovementFilter RENEWED =
            new MovementFilter(Set.of(MovementClass.RENEWAL), null, null, null, false);

    private final Organisations organisations;
    private final Closes closes;
    private final Cohort cohort;
    private final Sources sources;
    private final Movements movements;
    private final Metrics metrics;
    private final Reconciliation reconciliation;
    private final SignOffs signOffs;
    private final Publications publications;
    private final CurrentActor currentActor;

    OwnClose(
            Organisations organisations,
            Closes closes,
            Cohort cohort,
            Sources sources,
            Movements movements,
            Metrics metrics,
            Reconciliation reconciliation,
            SignOffs signOffs,
            Publications publications,
            CurrentActor currentActor) {
        this.organisations = organisations;
        this.closes = closes;
        this.cohort = cohort;
        this.sources = sources;
        this.movements = movements;
        this.metrics = metrics;
        this.reconciliation = reconciliation;
        this.signOffs = signOffs;
        this.publications = publications;
        this.currentActor = currentActor;
    }

    void found() {
        var operator = new Actor(OrganisationId.INSTALLATION, "operator", Set.of(Role.OPERATOR));
        currentActor.runAs(operator, () -> organisations.create(COMPANY, "Bench company"));
    }

    /** Opens a month; its key. */
    long open(int month) {
        return as("analyst", Role.ANALYST, () -> closes.open(Book.period(month)).key());
    }

    long nanos(CloseStep step, long close) {
        return timed(() -> switch (step) {
            case FREEZE -> cohort.freeze(close);
            case VALIDATE -> validate(close);
            case CLASSIFY -> classify(close);
            case COMPUTE -> metrics.compute(close);
            case RECONCILE -> reconcile(close);
            case PROVISIONAL -> publish(close, Status.PROVISIONAL, CloseState.PROVISIONAL);
            case FINAL -> publish(close, Status.FINAL, CloseState.FINAL);
            case ROLL_FORWARD -> reconciliation.rollForward(close).orElseThrow();
            case DIFFERENCES -> differences(close);
            case ACCOUNTS, BILLING, LEDGER, RETAINED -> throw new IllegalArgumentException(step + " needs its file");
        });
    }

    long nanos(BookFile.Written file, int month) {
        long start = System.nanoTime();
        var accepted = as("analyst", Role.ANALYST, () -> {
            try (var body = Files.newInputStream(file.path())) {
                return sources.receive(
                                Book.period(month),
                                file.what().kind(),
                                file.what().profile(),
                                file.what() + ".csv",
                                body)
                        .accepted();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        long took = System.nanoTime() - start;
        if (accepted != file.rows()) {
            throw new IllegalStateException(file + ": " + accepted + " rows were accepted");
        }
        return took;
    }

    private long timed(Supplier<?> work) {
        long start = System.nanoTime();
        currentActor.callAs(Actor.system(COMPANY), work);
        return System.nanoTime() - start;
    }

    /** As the process does: what stands in the way, and the first period's cohort from its opening file. */
    private String validate(long close) {
        var exceptions = sources.exceptions(close);
        if (!exceptions.isEmpty()) {
            throw new IllegalStateException(String.join(" ", exceptions));
        }
        return cohort.freeze(close);
    }

    private long classify(long close) {
        int shards = movements.shards(close);
        for (int shard = 0; shard < shards; shard++) {
            movements.classify(close, shard, shards);
        }
        return movements.counts(close).getOrDefault(MovementClass.UNCLASSIFIED, 0L);
    }

    /** The step asks the gate as well, which decides whether the report is provisional. */
    private int reconcile(long close) {
        reconciliation.reconcile(close);
        return publications.gate(close).checks().size();
    }

    private int publish(long close, Status status, CloseState state) {
        int version = publications.publish(close, status).version();
        closes.entered(close, state, status.name());
        return version;
    }

    private int differences(long close) {
        publications.difference(close, 1, 2);
        return publications.differences(close, 1, 2, null, PAGE).items().size();
    }

    /** An approver signs what is classified. */
    void approve(long close) {
        as("approver", Role.APPROVER, () -> {
            signOffs.sign(close, SignOff.Kind.CLASSIFICATION, null);
            return close;
        });
    }

    /** What people do between the provisional version and the final one: an account is taken out, what does not tie is explained. */
    void resolve(long close, String without) {
        as("analyst", Role.ANALYST, () -> {
            movements.exclude(close, without, "Test account", "Not a customer");
            return close;
        });
        approve(close);
        nanos(CloseStep.COMPUTE, close);
        nanos(CloseStep.RECONCILE, close);
        for (var variance : as("controller", Role.CONTROLLER, () -> reconciliation.variances(close, 0, MANY))) {
            if (variance.state() == Variance.State.OPEN) {
                as(
                        "controller",
                        Role.CONTROLLER,
                        () -> reconciliation.explain(
                                variance.id(), VarianceCause.POSTING, "Half was posted elsewhere"));
                as("controller2", Role.CONTROLLER, () -> reconciliation.approve(variance.id(), "Seen"));
            }
        }
        nanos(CloseStep.RECONCILE, close);
        as("controller2", Role.CONTROLLER, () -> {
            signOffs.sign(close, SignOff.Kind.PUBLICATION, null);
            return close;
        });
    }

    Map<MovementClass, Long> counts(long close) {
        return as("manager", Role.MANAGER, () -> movements.counts(close));
    }

    /** An account that pays at both ends. */
    String carried(long close) {
        return as(
                "manager",
                Role.MANAGER,
                () -> movements
                        .find(close, RENEWED, Movements.Sort.byAccount(), 0, 1)
                        .getFirst()
                        .account());
    }

    long openVariances(long close) {
        return as("manager", Role.MANAGER, () -> reconciliation.open(close).count());
    }

    private <T> T as(String person, Role role, Supplier<T> work) {
        return currentActor.callAs(new Actor(COMPANY, person, Set.of(role)), work);
    }
}
