package dev.tieout.sources;

import dev.tieout.terms.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The imports of the current organisation that are under way, and those that ended a little while ago. Known until the application ends. */
public interface ImportsUnderWay {

    /** Of every close, oldest first. */
    List<Progress> all();

    /** One, or {@link NoSuchImport}. */
    Progress of(String id);

    /**
     * Stops an import: whoever sent it gets {@link ImportCancelled}, its transaction is rolled back and nothing of the file is kept. Asking
     * twice is the same as once. For analysts.
     *
     * @throws ImportEnded when it is through, or has ended otherwise
     */
    Progress cancel(String id);

    /** Where an import stands. */
    enum Phase {
        /** Bytes come in and wait in a temporary file. */
        RECEIVING,
        /** Rows are read and checked. */
        READING,
        /** Rows go into the books. */
        STORING,
        DONE,
        CANCELLED,
        REFUSED;

        /** Whether nothing more will come. */
        public boolean hasEnded() {
            return this == DONE || this == CANCELLED || this == REFUSED;
        }
    }

    /**
     * An import at one moment.
     *
     * @param period of its close
     * @param bytes received or, once all are there, read
     * @param ofBytes how many there are; null when the sender did not say
     * @param rows read so far, the header and what is left out aside
     * @param source the receipt's id once it is done
     */
    record Progress(
            String id,
            String period,
            SourceKind kind,
            String fileName,
            String startedBy,
            Instant startedAt,
            Phase phase,
            long bytes,
            @Nullable Long ofBytes,
            long rows,
            @Nullable Long source) {

        /** From 0 to 1; empty while nobody can say. */
        public OptionalDouble share() {
            return phase == Phase.STORING || ofBytes == null || ofBytes == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(Math.min(1.0, (double) bytes / ofBytes));
        }
    }

    /** Nothing of that id is under way, or has been lately. */
    final class NoSuchImport extends Refusal {
        public NoSuchImport(String id) {
            super(Kind.MISSING, "no-such-import", "No import “" + id + "” is under way.");
        }
    }

    /** Another import under way has that id. */
    final class ImportIdTaken extends Refusal {
        public ImportIdTaken(String id) {
            super(Kind.CONFLICT, "import-id-taken", "Another import “" + id + "” is under way.");
        }
    }

    /** A person cancelled it; nothing was kept. */
    final class ImportCancelled extends Refusal {
        public ImportCancelled() {
            super(Kind.CONFLICT, "import-cancelled", "The import was cancelled. Nothing of the file was kept.");
        }
    }

    /** It cannot be cancelled any more. */
    final class ImportEnded extends Refusal {
        public ImportEnded() {
            super(
                    Kind.CONFLICT,
                    "import-ended",
                    "The import has ended already. What is in can be replaced by a better file.");
        }
    }
}
