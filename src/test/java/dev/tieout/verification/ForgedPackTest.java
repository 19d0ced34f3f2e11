package dev.tieout.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.DatabaseTest;
import dev.tieout.evidence.Evidence;
import dev.tieout.evidence.OctoberBook;
import dev.tieout.evidence.OpenedPack;
import dev.tieout.evidence.format.Hashes;
import dev.tieout.publication.Publication.Status;
import dev.tieout.verification.internal.Forged;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** One real pack, then everything that somebody might do to it. */
@DatabaseTest
@Import(OctoberBook.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgedPackTest {

    private static final int FLIPS = 200;

    @Autowired
    OctoberBook october;

    @Autowired
    Evidence evidence;

    @TempDir
    static Path directory;

    private Path pack = Path.of("none");
    private String pem = "";

    @BeforeAll
    void a_provisional_version() {
        var book = october.classified();
        book.sign();
        book.publish(Status.PROVISIONAL);
        pack = directory.resolve("pack.zip");
        book.organisation().as("manager", () -> {
            pem = evidence.key().pem();
            try (var written = evidence.write(book.close(), null);
                    var content = written.content()) {
                Files.copy(content, pack);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void as_it_was_written_it_comes_out_again_and_the_report_can_be_kept() throws IOException {
        var key = Files.writeString(directory.resolve("tieout.pem"), pem);
        var report = directory.resolve("rebuilt");

        var verified = Verified.of(pack, "--key", key.toString(), "--report", report.toString());

        assertThat(verified.output()).contains("Equal: ", "the key that you brought", "1 differing");
        assertThat(verified.exit()).isZero();
        var written = OpenedPack.of(pack);
        assertThat(Files.readAllBytes(report.resolve("report.json"))).isEqualTo(written.bytes("report/report.json"));
        assertThat(Files.readAllBytes(report.resolve("report.csv"))).isEqualTo(written.bytes("report/report.csv"));
    }

    @Test
    void any_changed_byte_is_found() throws IOException {
        var intact = Files.readAllBytes(pack);
        var random = new Random(20261122);
        for (int i = 0; i < FLIPS; i++) {
            var changed = intact.clone();
            int at = random.nextInt(changed.length);
            changed[at] ^= (byte) (1 + random.nextInt(255));
            var verified = Verified.of(Files.write(directory.resolve("flipped.zip"), changed));
            assertThat(verified.exit())
                    .as("byte %d changed: %s", at, verified.output())
                    .isEqualTo(1);
            assertThat(verified.output()).contains("NOT EQUAL");
        }
    }

    @ParameterizedTest(name = "{0}: {1} becomes {2}")
    @MethodSource("changes")
    void what_is_signed_anew_but_does_not_follow_is_named(String file, String before, String after, String named)
            throws IOException, GeneralSecurityException {
        var forged = Forged.of(pack).change(file, text -> text.replaceFirst(before, after));

        var verified = Verified.of(forged.write(directory.resolve("forged.zip")));

        assertThat(verified.output()).contains("NOT EQUAL").contains(named);
        assertThat(verified.exit()).isEqualTo(1);
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of("audit/audit.csv", ",cohort-frozen,", ",cohort-froze,", "hash"),
                Arguments.of("publication.json", "\"revision\": \\d+", "\"revision\": 99", "after, revision"),
                Arguments.of("publication.json", "\\{", "{\n  \"also\": 1,", "canonical"),
                Arguments.of(
                        "rules/movement-classification.csv",
                        "The customer cancelled",
                        "The customer left",
                        "ruleHashes"),
                Arguments.of("policy.json", "\"pause\": \"CHURN\"", "\"pause\": \"KEPT\"", "damaged"),
                Arguments.of("people/approvals.csv", "-approver,", "-approver2,", "approvers"),
                Arguments.of(
                        "sources/receipts.csv",
                        ",generic-ledger,(.*),4,4,0,0,0,",
                        ",generic-ledger,$1,5,4,0,0,0,",
                        "rows"),
                Arguments.of("balances/opening.csv", "300.0000", "300.0001", "cohortHash"),
                Arguments.of("balances/closing.csv", "300.0000", "310.0000", "“Keep”, closing"),
                Arguments.of("balances/rates.csv", "1.1000000000", "1.3000000000", "“Gone”, opening"),
                Arguments.of("balances/history.csv", "Back,[0-9-]+\r\n", "", "“Back”, rule_row"),
                Arguments.of("movements/movements.csv", ",RENEWAL,RENEWED,", ",EXPANSION,RENEWED,", "class"),
                Arguments.of("movements/movements.csv", "false", "true", "review"),
                Arguments.of("movements/movements.csv", "Keep,.*\r\n", "", "“Keep”, the row"),
                Arguments.of("movements/movements.csv", "\"\"small\"\"", "\"\"SMALL\"\"", "report/report"),
                Arguments.of(
                        "report/report.json", "\"churn\": \"55.00\"", "\"churn\": \"45.00\"", "\"churn\": \"55.00\""),
                Arguments.of("report/report.csv", "\r\n", "\n", "report.csv"),
                Arguments.of("tie-out/ledger.csv", "60.0000", "61.0000", "“Back”, currency “USD”, the row"),
                Arguments.of("tie-out/variances.csv", ",OPEN,", ",CLEARED,", "state"),
                Arguments.of("tie-out/totals.csv", "570.5000", "571.5000", "USD”, "));
    }

    @Test
    void another_key_than_the_one_that_the_reader_brings_is_named() throws IOException, GeneralSecurityException {
        var key = Files.writeString(directory.resolve("tieout.pem"), pem);
        var forged = Forged.of(pack).write(directory.resolve("resigned.zip"));

        assertThat(Verified.of(forged).exit()).isZero();
        assertThat(Verified.of(forged, "--key", key.toString()).output()).contains("fingerprint of the signer");
    }

    @Test
    void a_file_too_many_or_too_few_is_named() throws IOException, GeneralSecurityException {
        var more = Forged.of(pack).add("../../etc/cron.d/tieout", "x".getBytes(StandardCharsets.UTF_8));
        assertThat(Verified.of(more.write(directory.resolve("more.zip"))).output())
                .contains("../../etc/cron.d/tieout", "belongs in none");
        var less = Forged.of(pack).remove("people/tasks.csv");
        assertThat(Verified.of(less.write(directory.resolve("less.zip"))).output())
                .contains("people/tasks.csv is missing");
    }

    @Test
    void a_table_that_would_run_code_is_refused_before_it_is_compiled() throws IOException, GeneralSecurityException {
        var table = "rules/movement-classification.csv";
        var forged = Forged.of(pack).change(table, text -> text.replace("MovementHits hits", "Runtime hits"));
        var hash = Hashes.sha256(OpenedPack.of(pack).bytes(table));
        assertThat(Verified.of(forged.write(directory.resolve("code.zip"))).output())
                .contains("ruleHashes", hash.substring(0, 20));
    }
}
