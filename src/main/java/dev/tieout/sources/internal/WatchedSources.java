package dev.tieout.sources.internal;

import dev.tieout.closing.Closes;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.sources.Delivery;
import dev.tieout.sources.Receipt;
import dev.tieout.sources.Receipt.Reject;
import dev.tieout.sources.SourceKind;
import dev.tieout.sources.Sources;
import dev.tieout.terms.Period;
import java.io.InputStream;
import java.io.Writer;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets a file come in whole before its import begins, so that the transaction lasts as long as the work and not as long as the sender;
 * while it does, people see how far it is and may cancel it. What cannot be taken in whatever it holds is refused before it is read.
 */
@Service
@Primary
class WatchedSources implements Sources {

    private final ReceivedSources sources;
    private final RunningImports imports;
    private final Receipts receipts;
    private final Closes closes;
    private final CurrentActor currentActor;
    private final TransactionTemplate reading;

    WatchedSources(
            ReceivedSources sources,
            RunningImports imports,
            Receipts receipts,
            Closes closes,
            CurrentActor currentActor,
            PlatformTransactionManager transactions) {
        this.sources = sources;
        this.imports = imports;
        this.receipts = receipts;
        this.closes = closes;
        this.currentActor = currentActor;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    @Override
    public Receipt receive(Period period, SourceKind kind, String profile, String fileName, InputStream body) {
        currentActor.require(Role.ANALYST);
        ReceivedSources.changeable(closes.of(period));
        return imports.perform(
                period.toString(),
                kind,
                FileNames.shown(fileName, kind),
                Delivery.of(body),
                arrived -> sources.receive(period, kind, profile, fileName, arrived));
    }

    @Override
    public Receipt replace(long sourceId, String fileName, InputStream body) {
        return about(sourceId, fileName, body, arrived -> sources.replace(sourceId, fileName, arrived));
    }

    @Override
    public Receipt correct(long sourceId, String fileName, InputStream body) {
        return about(sourceId, fileName, body, arrived -> sources.correct(sourceId, fileName, arrived));
    }

    private Receipt about(long sourceId, String fileName, InputStream body, Function<InputStream, Receipt> takeIn) {
        currentActor.require(Role.ANALYST);
        var old = Objects.requireNonNull(reading.execute(status -> receipts.withId(sourceId)));
        var close = ReceivedSources.changeable(closes.withKey(old.closeId()));
        var kind = old.receipt().kind();
        return imports.perform(close.period(), kind, FileNames.shown(fileName, kind), Delivery.of(body), takeIn);
    }

    @Override
    public List<Receipt> of(long closeId) {
        return sources.of(closeId);
    }

    @Override
    public Receipt receipt(long sourceId) {
        return sources.receipt(sourceId);
    }

    @Override
    public void writeRejects(long sourceId, Writer out) {
        sources.writeRejects(sourceId, out);
    }

    @Override
    public RejectPage rejects(long sourceId, @Nullable String cursor, int limit) {
        return sources.rejects(sourceId, cursor, limit);
    }

    @Override
    public List<String> provisional(long closeId) {
        return sources.provisional(closeId);
    }

    @Override
    public void eachReject(long sourceId, Consumer<Reject> reader) {
        sources.eachReject(sourceId, reader);
    }

    @Override
    public List<String> exceptions(long closeId) {
        return sources.exceptions(closeId);
    }

    @Override
    public void acknowledgeRejects(long closeId, String comment) {
        sources.acknowledgeRejects(closeId, comment);
    }
}
