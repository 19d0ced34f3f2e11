package dev.tieout.lens.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tieout.DatabaseTest;
import dev.tieout.GivenOrganisation;
import dev.tieout.backtest.PublishedPeriod;
import dev.tieout.backtest.WhatIf;
import dev.tieout.evidence.OctoberBook;
import dev.tieout.lens.LensBook;
import dev.tieout.lens.LensResult;
import dev.tieout.metrics.BridgeSums;
import dev.tieout.organisation.CurrentActor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of a reading that cannot be worked out. */
@DatabaseTest
@Import({OctoberBook.class, LensBook.class})
class LensRunsTest {

    @Autowired
    LensBook books;

    @Autowired
    WhatIf whatIf;

    @Autowired
    BridgeSums bridges;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    KeptResults kept;

    @Autowired
    CurrentActor currentActor;

    private final Pack pack = Packs.read("stripe");
    GivenOrganisation organisation;
    PublishedPeriod period;
    LensRuns runs;

    @BeforeEach
    void a_published_month_that_nobody_can_read() {
        organisation = books.published(_ -> {}).organisation();
        period = organisation.as("manager", () -> whatIf.periods().getFirst());
        runs = new LensRuns(
                new PackReading(whatIf, bridges, jdbc) {
                    @Override
                    public LensResult of(Pack by, PublishedPeriod of, boolean atBothEnds, List<String> notes) {
                        throw new NoClassDefFoundError("a table");
                    }
                },
                kept,
                currentActor);
    }

    @AfterEach
    void stop() {
        runs.destroy();
    }

    @Test
    void an_error_is_told_and_can_be_tried_again() {
        await().atMost(Duration.ofMinutes(1)).until(() -> trouble(period).isPresent());
        assertThat(trouble(period)).hasValueSatisfying(said -> assertThat(said).contains("the log"));

        organisation.as("manager", () -> runs.forget(pack, period));

        assertThat(trouble(period)).isEmpty();
    }

    @Test
    void another_version_of_the_period_before_is_another_reading() {
        await().atMost(Duration.ofMinutes(1)).until(() -> trouble(period).isPresent());

        assertThat(trouble(openedFrom(4711L))).isEmpty();
    }

    private Optional<String> trouble(PublishedPeriod of) {
        return organisation.as("manager", () -> runs.troubleOf(pack, of));
    }

    private PublishedPeriod openedFrom(long previous) {
        return new PublishedPeriod(
                period.closeId(),
                period.period(),
                period.startsOn(),
                period.publication(),
                period.version(),
                period.status(),
                period.currency(),
                period.choices(),
                period.rules(),
                previous);
    }
}
