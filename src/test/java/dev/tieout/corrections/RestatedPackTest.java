package dev.tieout.corrections;

import static dev.tieout.corrections.FinalPeriods.NOVEMBER;
import static dev.tieout.corrections.FinalPeriods.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.evidence.Evidence;
import dev.tieout.publication.Publication;
import dev.tieout.terms.Period;
import dev.tieout.verification.Verified;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Every version that corrections leave behind comes out of its own pack again, the first ones as well. */
class RestatedPackTest extends AboutFinalPeriods {

    @Autowired
    Evidence evidence;

    @TempDir
    Path directory;

    @Test
    void each_version_of_every_period_that_a_correction_restated_verifies() {
        applied(raise(OCTOBER, List.of(A1_BILLED_LESS)));
        applied(raise(OCTOBER, List.of(Map.of("kind", "exclude", "account", "A4", "reason", "Internal account"))));

        assertThat(versions(OCTOBER)).hasSize(3);
        for (var period : List.of(OCTOBER, NOVEMBER)) {
            versions(period).forEach(version -> verify(period, version));
        }
    }

    @Test
    void a_restated_cohort_and_a_posting_of_the_note_verify() {
        applied(raise(
                OCTOBER,
                List.of(
                        Map.of(
                                "kind",
                                "opening-line",
                                "account",
                                "A3",
                                "subscription",
                                "s-A3",
                                "product",
                                "Core",
                                "mrr",
                                "45.00",
                                "currency",
                                "USD",
                                "status",
                                "active"),
                        Map.of(
                                "kind",
                                "ledger-posting",
                                "entryId",
                                "cn-77",
                                "account",
                                "A1",
                                "postedOn",
                                "2026-10-20",
                                "amount",
                                "-20.00",
                                "currency",
                                "USD"))));

        versions(OCTOBER).forEach(version -> verify(OCTOBER, version));
    }

    private void verify(Period period, Publication version) {
        var verified = Verified.of(pack(period, version.version()));
        assertThat(verified.output()).contains("version " + version.version() + " " + version.status() + ", came out");
        assertThat(verified.exit()).isZero();
    }

    private Path pack(Period period, int version) {
        return organisation.as("manager", () -> {
            try (var pack = evidence.write(close(period).key(), version);
                    var content = pack.content()) {
                var file = directory.resolve(pack.fileName());
                Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
                return file;
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }
}
