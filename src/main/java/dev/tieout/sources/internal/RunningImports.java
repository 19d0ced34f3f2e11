package dev.tieout.sources.internal;

import dev.tieout.audit.AuditTrail;
import dev.tieout.organisation.Actor;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.sources.Delivery;
import dev.tieout.sources.ImportsUnderWay;
import dev.tieout.sources.Receipt;
import dev.tieout.sources.SourceKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** In memory: what runs in this application, and what became of the last that did. */
@Service
class RunningImports implements ImportsUnderWay {

    /** Ended imports that are still known, of all organisations together. */
    private static final int REMEMBERED = 200;

    private final Map<Key, UnderWay> running = new ConcurrentHashMap<>();
    private final SequencedMap<Key, Progress> ended = new LinkedHashMap<>();
    private final Spool spool;
    private final AuditTrail audit;
    private final CurrentActor currentActor;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RunningImports(
            Spool spool,
            AuditTrail audit,
            CurrentActor currentActor,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.spool = spool;
        this.audit = audit;
        this.currentActor = currentActor;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    private record Key(String organisation, String id) {}

    /**
     * Performs an import: lets the body come in whole, then takes it in, in a transaction of its own.
     *
     * @param takeIn begins the transaction and ends it
     */
    Receipt perform(
            String period, SourceKind kind, String fileName, Delivery delivery, Function<InputStream, Receipt> takeIn) {
        var sender = currentActor.get();
        var key = key(delivery.id());
        var underWay = new UnderWay(delivery.id(), period, kind, fileName, sender, clock.instant());
        if (running.putIfAbsent(key, underWay) != null) {
            throw new ImportIdTaken(delivery.id());
        }
        var phase = Phase.REFUSED;
        Long source = null;
        try (var spooled = spool.take(delivery, underWay);
                var body = spooled.open()) {
            var receipt = underWay.call(() -> takeIn.apply(body));
            phase = Phase.DONE;
            source = receipt.id();
            return receipt;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            var canceller = underWay.cancelledBy();
            if (canceller.isEmpty()) {
                throw e;
            }
            phase = Phase.CANCELLED;
            record(underWay, canceller.get());
            throw e instanceof ImportCancelled ? e : cancelled(e);
        } finally {
            end(key, underWay, phase, source);
        }
    }

    private static ImportCancelled cancelled(RuntimeException because) {
        var cancelled = new ImportCancelled();
        cancelled.initCause(because);
        return cancelled;
    }

    /** After the import's own transaction was rolled back, by who cancelled it. */
    private void record(UnderWay underWay, Actor canceller) {
        var at = underWay.progress();
        currentActor.runAs(
                canceller,
                () -> transaction.executeWithoutResult(status -> audit.record(
                        "import-cancelled",
                        "close/" + at.period(),
                        Map.of(
                                "kind", at.kind(),
                                "file", at.fileName(),
                                "startedBy", at.startedBy(),
                                "phase", at.phase(),
                                "rows", at.rows()),
                        null,
                        null)));
    }

    private void end(Key key, UnderWay underWay, Phase phase, @Nullable Long source) {
        underWay.ends(phase, source);
        synchronized (ended) {
            ended.remove(key);
            ended.put(key, underWay.progress());
            if (ended.size() > REMEMBERED) {
                ended.pollFirstEntry();
            }
        }
        running.remove(key, underWay);
    }

    @Override
    public List<Progress> all() {
        var organisation = currentActor.get().organisation().toString();
        var all = new ArrayList<Progress>();
        synchronized (ended) {
            ended.forEach((key, progress) -> addOwn(all, organisation, key, progress));
        }
        running.forEach((key, underWay) -> addOwn(all, organisation, key, underWay.progress()));
        all.sort(Comparator.comparing(Progress::startedAt));
        return List.copyOf(all);
    }

    private static void addOwn(List<Progress> all, String organisation, Key key, Progress progress) {
        if (key.organisation().equals(organisation)) {
            all.removeIf(other -> other.id().equals(progress.id()));
            all.add(progress);
        }
    }

    @Override
    public Progress of(String id) {
        var key = key(id);
        return Optional.ofNullable(running.get(key))
                .map(UnderWay::progress)
                .or(() -> lately(key))
                .orElseThrow(() -> new NoSuchImport(id));
    }

    @Override
    public Progress cancel(String id) {
        var person = currentActor.require(Role.ANALYST);
        var key = key(id);
        var underWay = running.get(key);
        if (underWay == null) {
            var then = of(id);
            if (then.phase() == Phase.CANCELLED) {
                return then;
            }
            throw new ImportEnded();
        }
        if (!underWay.cancel(person)) {
            throw new ImportEnded();
        }
        return underWay.progress();
    }

    private Optional<Progress> lately(Key key) {
        synchronized (ended) {
            return Optional.ofNullable(ended.get(key));
        }
    }

    private Key key(String id) {
        return new Key(currentActor.get().organisation().toString(), id);
    }
}
