package dev.tieout.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.DatabaseTest;
import dev.tieout.evidence.OpenedPack;
import dev.tieout.sources.GivenMonths;
import dev.tieout.sources.SourceKind;
import dev.tieout.verification.internal.Forged;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
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

/** The events of a period in its pack: opening and events are run again without a database, and come to every closing line. */
@DatabaseTest
@Import(GivenMonths.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventsInThePackTest {

    private static final String OPENING = """
            account_id,subscription_id,product,period,mrr,currency,status,quantity,discount
            Grow,S1,Core,2026-10,100,USD,active,10,
            Pause,S1,Core,2026-10,70,USD,paused,,
            Cheap,S1,Core,2026-10,400,USD,active,,20
            Stay,S1,Core,2026-10,90,USD,active,,
            """;

    private static final String EVENTS = """
            event_id,account_id,subscription_id,product,posted_at,mrr_before,mrr_after,mrr_change,currency,status,quantity,quantity_change,discount
            E1,Grow,S1,Core,2026-10-05T10:00:00Z,100,120,,USD,active,,2,
            E2,Grow,S1,Core,2026-10-06T10:00:00Z,120,150,,USD,active,,3,
            E3,Pause,S1,Core,2026-10-07T10:00:00Z,,,5,USD,active,,,
            E4,Cheap,S1,Core,2026-10-08T10:00:00Z,,,-50,USD,,,,70
            E5,New,S1,Core,2026-10-09T10:00:00Z,,,30,USD,,,3,
            E6,Next,S1,Core,2026-11-03T10:00:00Z,,25,,USD,active,,,
            """;

    @Autowired
    GivenMonths months;

    @TempDir
    static Path directory;

    private Path october = Path.of("none");
    private Path november = Path.of("none");

    @BeforeAll
    void two_months_of_events() {
        var organisation = months.organisation();
        var first = months.open(organisation, "2026-10");
        first.receive(SourceKind.OPENING, "generic-snapshot", OPENING);
        first.receive(SourceKind.BILLING, "generic-events", EVENTS);
        assertThat(first.exceptions()).isEmpty();
        first.work().publish();
        october = first.pack(directory);
        var second = months.open(organisation, "2026-11");
        second.receive(SourceKind.BILLING, "generic-events", """
                event_id,account_id,subscription_id,product,posted_at,mrr_change,currency
                E7,Grow,S1,Core,2026-11-05T10:00:00Z,-10,USD
                """);
        assertThat(second.exceptions()).isEmpty();
        second.work().publish();
        november = second.pack(directory);
    }

    @Test
    void the_events_and_what_they_begin_from_come_to_the_closing_lines() throws IOException {
        var verified = Verified.of(october);
        assertThat(verified.output())
                .contains("5 events and the opening come to every closing line, 1 carried without one", "Equal: ");
        assertThat(verified.exit()).isZero();
        var pack = OpenedPack.of(october);
        assertThat(new String(pack.bytes("balances/events.csv"), StandardCharsets.UTF_8))
                .contains("Grow,S1,Core,1,generic,E1,", ",100.0000,120.0000,")
                .doesNotContain("Next");
        assertThat(new String(pack.bytes("balances/at-open.csv"), StandardCharsets.UTF_8))
                .contains("Pause,S1,Core,70.0000,USD,PAUSED");
    }

    @Test
    void a_late_event_of_an_earlier_file_stands_in_the_pack_of_the_period_that_it_counts_in() throws IOException {
        var verified = Verified.of(november);
        assertThat(verified.output()).contains("2 events and the opening come to every closing line", "Equal: ");
        assertThat(new String(OpenedPack.of(november).bytes("balances/events.csv"), StandardCharsets.UTF_8))
                .contains("Next,S1,Core,1,generic,E6,", "Grow,S1,Core,1,generic,E7,");
    }

    @ParameterizedTest(name = "{0}: {1} becomes {2}")
    @MethodSource("changes")
    void what_is_signed_anew_but_does_not_follow_is_named(String file, String before, String after, String named)
            throws IOException, GeneralSecurityException {
        var forged = Forged.of(october).change(file, text -> text.replaceFirst(before, after));

        var verified = Verified.of(forged.write(directory.resolve("forged.zip")));

        assertThat(verified.output()).contains("NOT EQUAL").contains(named);
        assertThat(verified.exit()).isEqualTo(1);
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                // An event left out, with the place of the next put right: what it says before is not what the line
                // stood at.
                Arguments.of(
                        "balances/events.csv",
                        "Grow,S1,Core,1,generic,E1,.*\r\nGrow,S1,Core,2",
                        "Grow,S1,Core,1",
                        "stood_at"),
                Arguments.of("balances/events.csv", "Grow,S1,Core,1,generic,E1,.*\r\n", "", "step"),
                Arguments.of("balances/events.csv", "Grow,S1,Core,2,generic,E2,.*\r\n", "", "“Grow”"),
                Arguments.of(
                        "balances/events.csv",
                        "(E1,.*),120.0000,USD,(.*),120.0000,",
                        "$1,130.0000,USD,$2,130.0000,",
                        "“Grow”"),
                Arguments.of("balances/events.csv", "5.0000", "6.0000", "stands_at"),
                Arguments.of(
                        "balances/events.csv", "2026-10-05T10(\\S{0,20}Z,posted_at)", "2026-10-07T10$1", "placed_at"),
                Arguments.of("balances/events.csv", "New,.*\r\n", "", "balances/closing.csv, account “New”"),
                Arguments.of("balances/events.csv", ",3.0000,", ",4.0000,", "quantity"),
                Arguments.of("balances/at-open.csv", "Pause,S1,Core,70.0000", "Pause,S1,Core,71.0000", "stood_at"),
                Arguments.of(
                        "balances/at-open.csv",
                        "Stay,S1,Core,90.0000",
                        "Stay,S1,Core,91.0000",
                        "at-open.csv, account “Stay”"),
                Arguments.of("balances/at-open.csv", "Stay,.*\r\n", "", "at-open.csv, account “Stay”"),
                Arguments.of("balances/at-open.csv", ",PAUSED,", ",ACTIVE,", "the cohort lacks it"),
                Arguments.of("balances/closing.csv", "Stay,.*\r\n", "", "balances/closing.csv, account “Stay”"),
                Arguments.of("balances/closing.csv", "150.0000", "160.0000", "account “Grow”"));
    }

    @Test
    void one_of_the_two_files_alone_is_named() throws IOException, GeneralSecurityException {
        var forged = Forged.of(october).remove("balances/at-open.csv");
        assertThat(Verified.of(forged.write(directory.resolve("half.zip"))).output())
                .contains("the pack has only one");
    }
}
