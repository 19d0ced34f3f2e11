package dev.tieout.bench.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.DatabaseTest;
import dev.tieout.closing.Closes;
import dev.tieout.closing.SignOffs;
import dev.tieout.cohort.Cohort;
import dev.tieout.metrics.Metrics;
import dev.tieout.movements.Movements;
import dev.tieout.organisation.Actor;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Organisations;
import dev.tieout.publication.Publication;
import dev.tieout.publication.Publications;
import dev.tieout.reconciliation.Reconciliation;
import dev.tieout.sources.Sources;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The benchmark of a whole close, with few accounts: what it measures are closes that become final. */
@DatabaseTest
class CloseBenchTest {

    private static final int ACCOUNTS = 6_000;

    @Autowired
    Organisations organisations;

    @Autowired
    Closes closes;

    @Autowired
    Cohort cohort;

    @Autowired
    Sources sources;

    @Autowired
    Movements movements;

    @Autowired
    Metrics metrics;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    SignOffs signOffs;

    @Autowired
    Publications publications;

    @Autowired
    CurrentActor currentActor;

    @Value("${spring.flyway.url}")
    String url;

    @Value("${spring.flyway.user}")
    String user;

    @Value("${spring.flyway.password}")
    String password;

    @TempDir
    Path directory;

    @Test
    void every_step_of_a_month_is_measured_beside_bare_sql_and_the_month_becomes_final() throws Exception {
        var own = new OwnClose(
                organisations,
                closes,
                cohort,
                sources,
                movements,
                metrics,
                reconciliation,
                signOffs,
                publications,
                currentActor);
        var plain = new PlainClose(new BareSql(url, user, password));
        var text = new ByteArrayOutputStream();
        try (var out = new PrintStream(text, false, StandardCharsets.UTF_8)) {
            new CloseBench(own, plain, ACCOUNTS, 1, directory).run(out);
        }

        assertThat(text.toString(StandardCharsets.UTF_8))
                .contains("6,000 accounts, variances: 1;")
                .contains(Stream.of(CloseStep.values()).map(CloseStep::title).toList())
                .contains("the whole close");
        var versions = currentActor.callAs(
                Actor.system(OwnClose.COMPANY),
                () -> publications.of(closes.of(Book.period(2)).key()));
        assertThat(versions)
                .extracting(Publication::status)
                .containsExactly(Publication.Status.PROVISIONAL, Publication.Status.FINAL);
    }
}
