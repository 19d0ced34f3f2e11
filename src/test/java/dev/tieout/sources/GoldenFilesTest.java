package dev.tieout.sources;

import static dev.tieout.sources.OpenOctober.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.DatabaseTest;
import dev.tieout.movements.MovementFilter;
import dev.tieout.movements.Movements;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A small file of every built-in profile, written from its documented header, with everything that comes of it: receipts, stored rows,
 * rejects and movements. Who changes a profile reads the difference in {@code expected.txt}.
 */
@DatabaseTest
@Import(OpenOctober.class)
class GoldenFilesTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final List<SourceKind> KINDS =
            List.of(SourceKind.OPENING, SourceKind.RATES, SourceKind.BILLING, SourceKind.LEDGER);

    private static final String STORED = """
            select concat_ws(' · ', account, subscription, product, mrr, currency, status, 'line ' || line)
            from billing_row order by account, subscription, product
            """;
    private static final String PARTS =
            "select 'line ' || line || ' in ' || into_line from source_part order by source_id, line";
    private static final String POSTED = """
            select concat_ws(' · ', account, posted_on, amount, currency, gl_account, period, entry_id, 'line ' || line)
            from ledger_row order by line
            """;
    private static final String REJECTED = """
            select concat_ws(' · ', 'line ' || line, column_name, nullif(value, ''), reason) from source_reject order by source_id, line, column_name
            """;

    @Autowired
    OpenOctober october;

    @Autowired
    Sources sources;

    @Autowired
    ImportProfiles profiles;

    @Autowired
    Movements movements;

    @Autowired
    JdbcClient jdbc;

    static Stream<String> profiles() throws IOException {
        try (var folders = Files.list(FOLDER)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void a_file_of_every_profile_gives_what_it_gave(String profile) throws IOException {
        var desk = october.anew();
        var folder = FOLDER.resolve(profile);
        var own = folder.resolve("profile.json");
        if (Files.exists(own)) {
            desk.organisation.as("analyst", () -> profiles.save(text(own)));
        }
        var told = new StringBuilder();
        for (var kind : KINDS) {
            var file = folder.resolve(kind.name().toLowerCase(Locale.ROOT) + ".csv");
            if (Files.exists(file)) {
                var receipt = receive(desk, kind, profileOf(kind, profile), file);
                told.append(receipt(receipt));
            }
        }
        list(told, "billing", rows(desk, STORED));
        list(told, "added up", rows(desk, PARTS));
        list(told, "ledger", rows(desk, POSTED));
        list(told, "rejects", rows(desk, REJECTED));
        if (Files.exists(folder.resolve("billing.csv"))) {
            list(told, "movements", movements(desk));
        }
        var expected = folder.resolve("expected.txt");
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(expected, told);
        }
        assertThat(told.toString()).isEqualTo(Files.readString(expected));
    }

    /** Rates, and what a file of generic events changes, come in the generic forms. */
    private static String profileOf(SourceKind kind, String profile) {
        return switch (kind) {
            case RATES -> "generic-rates";
            case OPENING -> profile.equals("generic-events") ? "generic-snapshot" : profile;
            default -> profile;
        };
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Receipt receive(OpenOctober.Desk desk, SourceKind kind, String profile, Path file) {
        return desk.organisation.as("analyst", () -> {
            try (var body = Files.newInputStream(file)) {
                return sources.receive(
                        OCTOBER, kind, profile, file.getFileName().toString(), body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String receipt(Receipt receipt) {
        var told = new StringBuilder(
                "%s: %d rows = %d accepted + %d duplicates + %d rejected + %d late; left out %s; open %d%n"
                        .formatted(
                                receipt.fileName(),
                                receipt.rows(),
                                receipt.accepted(),
                                receipt.duplicates(),
                                receipt.rejected(),
                                receipt.late(),
                                receipt.leftOut(),
                                receipt.open()));
        receipt.controlTotals()
                .forEach((currency, sums) -> told.append("  %s: %s = %s + %s + %s + %s%n"
                        .formatted(
                                currency,
                                sums.rows(),
                                sums.accepted(),
                                sums.duplicates(),
                                sums.rejected(),
                                sums.late())));
        return told.toString();
    }

    private List<String> movements(OpenOctober.Desk desk) {
        return desk.organisation.asSystem(() -> {
            movements.classify(desk.close.key(), 0, 1);
            return movements.find(desk.close.key(), MovementFilter.all(), Movements.Sort.byAccount(), 0, 100).stream()
                    .map(movement -> "%s · %s → %s · %s %s"
                            .formatted(
                                    movement.account(),
                                    movement.opening(),
                                    movement.closing(),
                                    movement.movementClass(),
                                    movement.reason()))
                    .toList();
        });
    }

    private List<String> rows(OpenOctober.Desk desk, String query) {
        return desk.inDatabase(() -> jdbc.sql(query).query(String.class).list());
    }

    private static void list(StringBuilder told, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            told.append(title).append(":\n");
            lines.forEach(line -> told.append("  ").append(line).append('\n'));
        }
    }
}
