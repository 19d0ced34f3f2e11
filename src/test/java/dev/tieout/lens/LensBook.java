package dev.tieout.lens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.evidence.OctoberBook;
import dev.tieout.publication.Publication.Status;
import dev.tieout.sources.SourceKind;
import java.time.Duration;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestComponent;

/** A published October in which products differ: a pause, cancellations still billed, a returner, a line in place of another. */
@TestComponent
public class LensBook {

    private static final String SNAPSHOT = "account_id,subscription_id,product,period,mrr,currency,status,posted_at\n";

    private final OctoberBook october;
    private final Lens lens;

    LensBook(OctoberBook october, Lens lens) {
        this.october = october;
        this.lens = lens;
    }

    public OctoberBook.Book published(Consumer<OctoberBook.Book> before) {
        return published("", "", before);
    }

    /** With further rows of both snapshots. */
    public OctoberBook.Book published(String opening, String billing, Consumer<OctoberBook.Book> before) {
        var book = october.opened();
        book.receive(SourceKind.ACCOUNTS, """
                account_id,name,started_on,first_active_on,churned_on
                Back,Back again,2022-01-01,2022-01-01,2024-05-01
                """);
        book.receive(SourceKind.OPENING, SNAPSHOT + """
                Keep,S1,Core,2026-09,300.0000,USD,active,
                Pause,S1,Core,2026-09,100.0000,USD,active,
                Cancel,S1,Core,2026-09,50.0000,USD,active,
                Two,S1,Core,2026-09,200.0000,USD,active,
                Two,S2,Add-on,2026-09,100.0000,USD,active,
                """ + opening);
        book.receive(SourceKind.BILLING, SNAPSHOT + """
                Keep,S1,Core,2026-10,300.0000,USD,active,
                Pause,S1,Core,2026-10,100.0000,USD,paused,
                Cancel,S1,Core,2026-10,50.0000,USD,cancelled,
                Two,S1,Core,2026-10,200.0000,USD,active,
                Two,S2,Add-on,2026-10,100.0000,USD,cancelled,
                Two,S3,Extra,2026-10,40.0000,USD,active,
                Back,S9,Core,2026-10,60.0000,USD,active,
                """ + billing);
        book.work();
        before.accept(book);
        book.work();
        book.sign();
        book.publish(Status.PROVISIONAL);
        return book;
    }

    /** The lens once everything has been worked out. */
    public LensReport complete(OctoberBook.Book book) {
        Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> read(book).isComplete());
        return read(book);
    }

    private LensReport read(OctoberBook.Book book) {
        var report = book.organisation().as("manager", () -> lens.of(book.close(), null));
        assertThat(report.readings()).isNotEmpty();
        return report;
    }
}
