package dev.tieout.verification.internal;

import dev.tieout.evidence.format.Manifest;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every check of a pack in its order, each a line of output, up to the first that fails. Public because the command starts it. */
public final class Verification {

    private final @Nullable PublicKey key;
    private final @Nullable Path report;
    private final PrintStream out;

    /**
     * @param key the installation's public key as the reader has it from elsewhere; null when not
     * @param report where to write the rebuilt report; null for nowhere
     */
    public Verification(@Nullable PublicKey key, @Nullable Path report, PrintStream out) {
        this.key = key;
        this.report = report;
        this.out = out;
    }

    /** Whether every figure is equal. Whatever the file is, the answer is a sentence on the output and never an exception. */
    public boolean of(Path file) {
        try {
            EndRecord.check(file);
            try (var pack = Pack.open(file)) {
                perform(pack);
                return true;
            }
        } catch (Difference difference) {
            return refuse(difference.sentence());
        } catch (IOException | UncheckedIOException unreadable) {
            return refuse("The pack cannot be read: " + said(unreadable) + ".");
        } catch (RuntimeException malformed) {
            // Parsers say in many ways that what they got is not theirs; to the reader it is all one: a damaged pack.
            return refuse("The pack is damaged: " + said(malformed) + ".");
        } catch (OutOfMemoryError | StackOverflowError tooLarge) {
            return refuse("The pack asks for more memory than there is; one of ours is read in 512 MB.");
        }
    }

    private void perform(Pack pack) throws IOException {
        var figures = new Figures();
        var rebuilt = new ReportCheck(figures, report);
        var tieOut = new TieOutCheck(figures);
        one(pack, new ContainerCheck());
        one(pack, new ManifestCheck());
        one(pack, new FilesCheck());
        one(pack, new SignatureCheck(key));
        for (var check : List.of(
                new TrailCheck(),
                new StampsCheck(),
                new PeopleCheck(),
                new SourcesCheck(),
                new CohortCheck(),
                new EventsCheck(),
                new MovementsCheck(figures),
                rebuilt,
                tieOut)) {
            one(pack, check);
        }
        conclude(pack.manifest(), rebuilt.compared() + tieOut.compared());
    }

    private void one(Pack pack, Check check) throws IOException {
        long begin = System.nanoTime();
        var checked = check.perform(pack);
        out.printf("  %-12s %s  (%s)%n", check.name(), checked, Words.seconds(System.nanoTime() - begin));
    }

    private void conclude(Manifest manifest, long figures) {
        out.println();
        out.println("Equal: " + Words.count(figures, "figure") + " of " + manifest.organisation() + " "
                + manifest.period() + ", version " + manifest.version() + " " + manifest.status()
                + ", came out again from the pack alone.");
    }

    private boolean refuse(String sentence) {
        out.println();
        out.println("NOT EQUAL. " + sentence);
        return false;
    }

    /** The first line of what an exception says; some say pages, and one says what only programmers read. */
    private static String said(Exception exception) {
        var message = exception instanceof NullPointerException ? "something is missing in it" : exception.getMessage();
        var text = message == null
                ? exception.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
        return Difference.shown(text);
    }
}
