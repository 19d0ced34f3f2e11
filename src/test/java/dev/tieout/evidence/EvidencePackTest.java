package dev.tieout.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tieout.DatabaseTest;
import dev.tieout.closing.Closes;
import dev.tieout.evidence.format.Cell;
import dev.tieout.evidence.format.Hashes;
import dev.tieout.evidence.format.Manifest;
import dev.tieout.evidence.format.PackFile;
import dev.tieout.evidence.format.PolicyFile;
import dev.tieout.evidence.format.PublicationFile;
import dev.tieout.evidence.format.Signing;
import dev.tieout.publication.Publication.Status;
import dev.tieout.publication.Publications;
import dev.tieout.reconciliation.VarianceNotes;
import dev.tieout.sources.FileBody;
import dev.tieout.verification.VerifyPack;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Packs of one October: a provisional version with a variance, and what is published after it. */
@DatabaseTest
@Import(OctoberBook.class)
class EvidencePackTest {

    @Autowired
    OctoberBook october;

    @Autowired
    Evidence evidence;

    @Autowired
    VarianceNotes notes;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path directory;

    OctoberBook.Book book;

    @BeforeEach
    void a_provisional_version() {
        book = october.classified();
        book.sign();
        book.publish(Status.PROVISIONAL);
    }

    /** The pack as a manager gets it. */
    private OpenedPack pack(@Nullable Integer version) {
        return book.organisation().as("manager", () -> {
            try (var pack = evidence.write(book.close(), version)) {
                var file = directory.resolve(pack.fileName());
                Files.write(file, pack.content().readAllBytes());
                assertThat(pack.bytes()).isEqualTo(Files.size(file));
                return OpenedPack.of(file);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void the_manifest_names_every_file_with_its_hash_rows_and_sums_and_is_signed() throws GeneralSecurityException {
        var pack = pack(null);
        var manifest = pack.manifest();
        assertThat(manifest.files())
                .extracting(Manifest.Item::path)
                .containsExactlyElementsOf(pack.files().keySet().stream()
                        .filter(path -> !path.startsWith("manifest."))
                        .toList());
        for (var item : manifest.files()) {
            assertThat(Hashes.sha256(pack.bytes(item.path()))).isEqualTo(item.sha256());
            PackFile.at(item.path())
                    .filter(file -> !file.columns().isEmpty())
                    .ifPresent(file -> assertSums(item, pack.table(file)));
        }
        var key = Signing.key(manifest.signer());
        assertThat(Signing.verify(pack.bytes(Manifest.PATH), pack.bytes(Manifest.SIGNATURE_PATH), key))
                .isTrue();
        assertThat(Signing.fromPem(evidence.key().pem())).isEqualTo(key);
        assertThat(manifest.signer().fingerprint()).isEqualTo(evidence.key().fingerprint());
    }

    private static void assertSums(Manifest.Item item, List<OpenedPack.Row> rows) {
        assertThat(item.rows()).as(item.path()).isEqualTo(rows.size());
        item.sums()
                .forEach((column, sum) -> assertThat(rows.stream()
                                .map(row -> new BigDecimal(row.get(column)))
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                        .as(item.path() + " " + column)
                        .isEqualTo(new BigDecimal(sum)));
    }

    @Test
    void rows_stand_in_the_order_of_their_keys_bytes() {
        var pack = pack(null);
        assertThat(pack.table(PackFile.MOVEMENTS).stream().map(row -> Cell.readKey(row.get("account"))))
                .containsExactly("=Grow", "Back", "Gone", "Keep", "New");
        assertThat(pack.table(PackFile.OPENING).stream()
                        .map(row -> Cell.readKey(row.get("account")) + row.get("subscription")))
                .containsExactly("=GrowS1", "=GrowS2", "GoneS1", "KeepS1");
        assertThat(pack.table(PackFile.LEDGER).stream().map(row -> row.get("entry_id")))
                .containsExactly("E1", "E4", "E2", "E3");
        assertThat(pack.table(PackFile.HISTORY))
                .extracting(OpenedPack.Row::cells)
                .containsExactly(List.of("Back", "2024-05-01"));
        assertThat(pack.table(PackFile.RATES)).hasSize(1);
        assertThat(pack.table(PackFile.RETAINED)).isEmpty();
    }

    @Test
    void text_that_looks_like_a_formula_is_inert_in_every_table_and_reads_back() {
        var pack = pack(null);
        pack.files().forEach((path, content) -> {
            if (path.endsWith(".csv") && !path.startsWith("rules/")) {
                assertThat(new String(content, StandardCharsets.UTF_8).split("\r\n"))
                        .as(path)
                        .allSatisfy(
                                line -> assertThat(line).doesNotStartWith("=").doesNotContain(",=", ",\"="));
            }
        });
        assertThat(Cell.readText(pack.table(PackFile.MOVEMENTS).getFirst().get("account_name")))
                .isEqualTo("=HYPERLINK(\"http://x\")");
        assertThat(pack.table(PackFile.MOVEMENTS).getFirst().get("attributes"))
                .isEqualTo("{\"csm\":\"ann\",\"segment\":\"'big\",\"start_year\":\"2024\"}");
        assertThat(Cell.readText(pack.table(PackFile.APPROVALS).getFirst().get("comment")))
                .isEqualTo("=all seen");
    }

    @Test
    void documents_read_back_as_what_was_published() {
        var pack = pack(1);
        var file = PublicationFile.read(pack.bytes(PackFile.PUBLICATION.path()));
        assertThat(file.publication().status()).isEqualTo(Status.PROVISIONAL);
        assertThat(file.publication().stamps().cohortHash()).hasSize(64);
        assertThat(file.stampsText()).contains(file.publication().stamps().content());
        assertThat(file.close().firstPeriod()).isTrue();
        assertThat(file.previous()).isNull();
        var policy = PolicyFile.read(pack.bytes(PackFile.POLICY.path()));
        assertThat(policy.choices().reportingCurrency()).isEqualTo("USD");
        file.publication()
                .stamps()
                .ruleHashes()
                .forEach((table, hash) -> assertThat(Hashes.sha256(pack.bytes(PackFile.rules(table))))
                        .isEqualTo(hash));
        assertThat(pack.text(PackFile.CORRECTIONS)).isEqualTo("[ ]\n");
        assertThat(pack.text(PackFile.README))
                .doesNotContain("{")
                .contains(pack.manifest().signer().fingerprint());
    }

    @Test
    void what_people_write_to_a_variance_is_in_the_next_version_and_not_in_the_one_before() {
        var before = pack(1).text(PackFile.COMMENTS);
        long variance = book.inDatabase(() ->
                jdbc.sql("select id from variance limit 1").query(Long.class).single());
        book.organisation().as("controller", () -> {
            notes.comment(variance, "=asked billing");
            notes.attach(variance, "mail.txt", FileBody.of("they posted late"));
        });
        book.replaceLedger("165.5000");
        book.work();
        book.sign();
        assertThat(book.publish(Status.PROVISIONAL).version()).isEqualTo(2);
        var said = pack(2).table(PackFile.COMMENTS);
        assertThat(said).extracting(row -> row.get("kind")).containsExactly("ATTACHMENT", "COMMENT");
        assertThat(said.getFirst().get("text")).isEqualTo("mail.txt");
        assertThat(said.getFirst().get("sha256"))
                .isEqualTo(Hashes.sha256("they posted late".getBytes(StandardCharsets.UTF_8)));
        assertThat(said.getLast().get("text")).isEqualTo("'=asked billing");
        assertThat(pack(1).text(PackFile.COMMENTS)).isEqualTo(before);
    }

    @Test
    void the_trail_runs_from_the_opening_to_this_version_without_a_gap() {
        var rows = pack(1).table(PackFile.AUDIT);
        assertThat(rows.getFirst().get("action")).isEqualTo("close-opened");
        assertThat(rows.getLast().get("action")).isEqualTo("published");
        for (int i = 1; i < rows.size(); i++) {
            assertThat(rows.get(i).get("previous_hash"))
                    .isEqualTo(rows.get(i - 1).get("hash"));
        }
    }

    @Test
    void the_pack_of_a_version_stays_the_same_when_new_data_make_another() {
        var before = pack(1);
        book.replaceLedger("170.5000");
        book.work();
        book.sign();
        assertThat(book.publish(Status.FINAL).version()).isEqualTo(2);
        book.inDatabase(() -> jdbc.sql("update account set name = 'renamed'").update());
        assertSame(pack(1), before);
        var latest = pack(null);
        assertThat(latest.table(PackFile.VARIANCES).getFirst().get("state")).isEqualTo("CLEARED");
        assertThat(before.table(PackFile.VARIANCES).getFirst().get("state")).isEqualTo("OPEN");
        assertThat(latest.table(PackFile.LEDGER).getFirst().get("amount")).isEqualTo("170.5000");
        assertThat(latest.text(PackFile.OPENING)).isEqualTo(before.text(PackFile.OPENING));
    }

    /** Left where the test of the packaged verifier looks for it; that one runs without a database. */
    @Test
    void a_verifier_performs_the_publication_again() throws IOException {
        pack(1);
        var kept = Files.createDirectories(Path.of("target/evidence")).resolve("provisional.zip");
        try (var packs = Files.list(directory)) {
            Files.copy(packs.findFirst().orElseThrow(), kept, StandardCopyOption.REPLACE_EXISTING);
        }
        var said = new ByteArrayOutputStream();
        int code = VerifyPack.run(new PrintStream(said, true, StandardCharsets.UTF_8), kept.toString());
        assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
    }

    @Test
    void lines_that_did_not_change_are_kept_once() {
        book.replaceLedger("170.5000");
        book.work();
        book.sign();
        book.publish(Status.FINAL);
        var kept = book.inDatabase(() -> jdbc.sql("""
                select part || ' ' || count(distinct kept_by) from evidence_part
                where publication_id in (select id from publication) group by part order by part
                """).query(String.class).list());
        assertThat(kept).containsExactly("AT_OPEN 1", "BILLING 1", "EVENTS 1", "LEDGER 2", "OPENING 1", "RETAINED 1");
    }

    private static void assertSame(OpenedPack now, OpenedPack before) {
        assertThat(now.files().keySet())
                .containsExactlyElementsOf(before.files().keySet());
        now.files().forEach((path, content) -> assertThat(content).as(path).isEqualTo(before.bytes(path)));
    }

    @Test
    void nothing_is_left_on_disk_and_nothing_enters_the_trail() {
        long rows = trail();
        var pack = book.organisation().as("manager", () -> evidence.write(book.close(), null));
        pack.close();
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(pack::content);
        assertThat(trail()).isEqualTo(rows);
    }

    private long trail() {
        return book.inDatabase(() ->
                jdbc.sql("select count(*) from audit_entry").query(Long.class).single());
    }

    @Test
    void nobody_else_gets_it_and_what_is_not_published_has_none() {
        var other = october.opened();
        assertThatExceptionOfType(Closes.NoSuchClose.class)
                .isThrownBy(() -> other.organisation().as("manager", () -> evidence.write(book.close(), null)));
        assertThatExceptionOfType(Publications.NotPublished.class)
                .isThrownBy(() -> other.organisation().as("manager", () -> evidence.write(other.close(), null)));
        assertThatExceptionOfType(Publications.NotPublished.class).isThrownBy(() -> pack(7));
    }
}
