package dev.tieout.sources;

import static dev.tieout.sources.OpenOctober.HEADER;
import static dev.tieout.sources.OpenOctober.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.tieout.DatabaseTest;
import dev.tieout.GivenOrganisation;
import dev.tieout.audit.AuditEntry;
import dev.tieout.audit.AuditTrail;
import dev.tieout.sources.ImportsUnderWay.ImportCancelled;
import dev.tieout.sources.ImportsUnderWay.ImportEnded;
import dev.tieout.sources.ImportsUnderWay.ImportIdTaken;
import dev.tieout.sources.ImportsUnderWay.NoSuchImport;
import dev.tieout.sources.ImportsUnderWay.Phase;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@DatabaseTest
@Import(OpenOctober.class)
class ImportsUnderWayTest {

    private static final String TWO = HEADER + "A1,S1,P1,2026-10,100,USD,active,\nA2,S1,P2,2026-10,50,USD,active,\n";

    @Autowired
    OpenOctober october;

    @Autowired
    Sources sources;

    @Autowired
    ImportsUnderWay imports;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    OpenOctober.Desk desk;

    @BeforeEach
    void an_open_first_period() {
        desk = october.anew();
    }

    @Test
    void an_import_is_known_by_its_id_until_a_while_after_its_end() throws Exception {
        var body = TWO.getBytes(StandardCharsets.UTF_8);
        var receipt = received("oct-billing", FileBody.of(TWO), body.length);
        var ended = progress("oct-billing");
        assertThat(ended.phase()).isEqualTo(Phase.DONE);
        assertThat(ended.source()).isEqualTo(receipt.id());
        assertThat(ended.rows()).isEqualTo(2);
        assertThat(ended.bytes()).isEqualTo(body.length);
        assertThat(ended.share()).hasValue(1);
        assertThatExceptionOfType(ImportEnded.class)
                .isThrownBy(() -> desk.organisation.as("analyst2", () -> imports.cancel("oct-billing")));
        var analyst = httpBasic(desk.organisation.login("analyst"), GivenOrganisation.PASSWORD);
        web.perform(get("/api/v1/imports/oct-billing").with(analyst))
                .andExpect(jsonPath("phase").value("done"))
                .andExpect(jsonPath("rows").value(2));
        web.perform(get("/api/v1/closes/2026-10/imports").with(analyst))
                .andExpect(jsonPath("items.length()").value(1));
        web.perform(delete("/api/v1/imports/oct-billing").with(analyst)).andExpect(status().isConflict());
        web.perform(get("/api/v1/imports/another").with(analyst)).andExpect(status().isNotFound());
    }

    @Test
    void nobody_sees_or_cancels_the_import_of_another_organisation() {
        received("ours", FileBody.of(TWO), -1);
        var others = october.anew().organisation;
        assertThat(others.as("analyst", () -> imports.all())).isEmpty();
        assertThatExceptionOfType(NoSuchImport.class)
                .isThrownBy(() -> others.as("analyst", () -> imports.cancel("ours")));
    }

    @Test
    void a_body_comes_in_without_a_transaction_and_its_progress_is_told_meanwhile() {
        var seen = new boolean[1];
        var body = new Watching(TWO, () -> {
            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                    .isFalse();
            var now = progress("slow");
            assertThat(now.phase()).isEqualTo(Phase.RECEIVING);
            assertThat(now.ofBytes()).isEqualTo(TWO.length());
            seen[0] = true;
            assertThatExceptionOfType(ImportIdTaken.class).isThrownBy(() -> received("slow", FileBody.of(TWO), -1));
        });
        received("slow", body, TWO.length());
        assertThat(seen[0]).isTrue();
    }

    @Test
    void cancelled_while_it_comes_in_nothing_of_it_is_kept_and_the_trail_says_who_did_it() {
        var body = new Watching(TWO, () -> desk.organisation.as("analyst2", () -> imports.cancel("wrong-file")));
        assertThatExceptionOfType(ImportCancelled.class).isThrownBy(() -> received("wrong-file", body, -1));
        nothingIsKept("wrong-file", "RECEIVING");
    }

    /** The lock that puts an organisation's imports in order holds it where only the database can be interrupted. */
    @Test
    void cancelled_while_its_rows_are_stored_it_is_rolled_back() {
        var locked = new CountDownLatch(1);
        var free = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var holding = CompletableFuture.runAsync(() -> desk.inDatabase(() -> hold(locked, free)), threads);
            await(locked);
            var receiving =
                    CompletableFuture.supplyAsync(() -> received("late-thought", FileBody.of(TWO), -1), threads);
            while (!receiving.isDone() && phaseOf("late-thought") != Phase.STORING) {
                pause();
            }
            desk.organisation.as("analyst2", () -> imports.cancel("late-thought"));
            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(receiving::join)
                    .withCauseInstanceOf(ImportCancelled.class);
            free.countDown();
            holding.join();
        }
        nothingIsKept("late-thought", "STORING");
        assertThat(desk.receive(SourceKind.BILLING, TWO).accepted()).isEqualTo(2);
    }

    private Boolean hold(CountDownLatch locked, CountDownLatch free) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('sources/' || current_organisation(), 0))")
                .query((row, number) -> true)
                .single();
        locked.countDown();
        await(free);
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void nothingIsKept(String id, String phase) {
        assertThat(progress(id).phase()).isEqualTo(Phase.CANCELLED);
        assertThat(desk.receipts()).isEmpty();
        assertThat(desk.count("select count(*) from billing_row")).isZero();
        var row = desk.organisation.as("manager", () -> audit.entries(Instant.EPOCH, 0, 1_000)).stream()
                .filter(entry -> "import-cancelled".equals(entry.action()))
                .toList();
        assertThat(row).hasSize(1);
        assertThat(row.getFirst().actor()).endsWith("analyst2");
        assertThat(row.getFirst().subject()).isEqualTo("close/2026-10");
        assertThat(row.getFirst()).extracting(AuditEntry::before).asString().contains(phase);
    }

    private Receipt received(String id, InputStream body, long length) {
        return as(() -> sources.receive(
                OCTOBER, SourceKind.BILLING, "generic-snapshot", "oct.csv", Delivery.of(id, length, body)));
    }

    private ImportsUnderWay.Progress progress(String id) {
        return as(() -> imports.of(id));
    }

    private Phase phaseOf(String id) {
        return as(() -> imports.all()).stream()
                .filter(progress -> progress.id().equals(id))
                .map(ImportsUnderWay.Progress::phase)
                .findFirst()
                .orElse(Phase.RECEIVING);
    }

    private <T> T as(Supplier<T> work) {
        return desk.organisation.as("analyst", work);
    }

    /** Does something while it is read. */
    private static final class Watching extends FilterInputStream {

        private final Runnable meanwhile;

        Watching(String text, Runnable meanwhile) {
            super(FileBody.of(text));
            this.meanwhile = meanwhile;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, Math.min(length, 20));
            if (count > 0) {
                meanwhile.run();
            }
            return count;
        }
    }
}
