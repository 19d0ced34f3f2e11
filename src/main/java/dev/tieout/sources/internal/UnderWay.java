package dev.tieout.sources.internal;

import dev.tieout.organisation.Actor;
import dev.tieout.sources.ImportsUnderWay.ImportCancelled;
import dev.tieout.sources.ImportsUnderWay.Phase;
import dev.tieout.sources.ImportsUnderWay.Progress;
import dev.tieout.sources.SourceKind;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One import while it runs: its own thread tells how far it is, any other may look or cancel. */
final class UnderWay {

    private static final ScopedValue<UnderWay> NOW = ScopedValue.newInstance();
    private static final Logger LOG = LoggerFactory.getLogger(UnderWay.class);
    private static final int ROWS_AT_ONCE = 1_000;

    private final String id;
    private final String period;
    private final SourceKind kind;
    private final String fileName;
    private final Actor sender;
    private final Instant since;

    private Phase phase = Phase.RECEIVING;
    private long bytes;
    private @Nullable Long ofBytes;
    private long rows;
    private long untold;
    private @Nullable Long source;
    private @Nullable Actor cancelledBy;
    private @Nullable Statement statement;
    private boolean sealed;

    /** What runs in the database for it. */
    interface Statement {
        void cancel() throws SQLException;
    }

    UnderWay(String id, String period, SourceKind kind, String fileName, Actor sender, Instant since) {
        this.id = id;
        this.period = period;
        this.kind = kind;
        this.fileName = fileName;
        this.sender = sender;
        this.since = since;
    }

    /** The import that this thread performs; none for rows that come some other way. */
    static Optional<UnderWay> now() {
        return NOW.isBound() ? Optional.of(NOW.get()) : Optional.empty();
    }

    /** Performs it. */
    <T> T call(Supplier<T> work) {
        return ScopedValue.where(NOW, this).call(work::get);
    }

    Actor sender() {
        return sender;
    }

    synchronized void expects(long length) {
        ofBytes = length;
    }

    /** So many bytes more. */
    synchronized void passed(long count) {
        refuseCancelled();
        bytes += count;
    }

    /** Everything is here, and is read from its beginning. */
    synchronized void reads(long length) {
        refuseCancelled();
        phase = Phase.READING;
        bytes = 0;
        ofBytes = length;
    }

    /** One row more; told now and then, as a million of them must not wait for each other. */
    void row() {
        if (++untold == ROWS_AT_ONCE) {
            tellRows();
        }
    }

    private synchronized void tellRows() {
        rows += untold;
        untold = 0;
    }

    /** Every row has been read; what follows happens in the database, where it can be cancelled. */
    synchronized void stores(Statement running) {
        tellRows();
        refuseCancelled();
        phase = Phase.STORING;
        statement = running;
    }

    /** The last moment before the commit: from here on it is too late to cancel, or it was cancelled and does not commit. */
    synchronized void seal() {
        refuseCancelled();
        sealed = true;
        statement = null;
    }

    /** The transaction has ended; its connection is somebody else's now. */
    synchronized void leavesDatabase() {
        statement = null;
    }

    /** False when it is too late. */
    synchronized boolean cancel(Actor by) {
        if (sealed || phase.hasEnded()) {
            return false;
        }
        cancelledBy = cancelledBy == null ? by : cancelledBy;
        if (statement != null) {
            try {
                statement.cancel();
            } catch (SQLException e) {
                // It ends at the seal then, only later.
                LOG.warn("the statement of import {} was not cancelled", id, e);
            }
        }
        return true;
    }

    synchronized Optional<Actor> cancelledBy() {
        return Optional.ofNullable(cancelledBy);
    }

    synchronized void ends(Phase with, @Nullable Long receipt) {
        phase = with;
        source = receipt;
    }

    synchronized Progress progress() {
        return new Progress(id, period, kind, fileName, sender.name(), since, phase, bytes, ofBytes, rows, source);
    }

    private void refuseCancelled() {
        if (cancelledBy != null) {
            throw new ImportCancelled();
        }
    }
}
