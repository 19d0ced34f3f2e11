package dev.tieout.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.DatabaseTest;
import dev.tieout.movements.Movement;
import dev.tieout.verification.Verified;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The same facts of three months told twice: as snapshots of every line, and as the events between them. */
@DatabaseTest
@Import(GivenMonths.class)
class EventChainTest {

    private static final String SNAPSHOT =
            "account_id,subscription_id,product,period,mrr,currency,status,posted_at,quantity,discount\n";
    private static final String EVENTS =
            "event_id,account_id,subscription_id,product,event_type,effective_at,posted_at,mrr_before,mrr_after,currency,status,quantity,discount\n";

    private static final String OPENING = SNAPSHOT + """
            Grow,S1,Core,2026-09,100,USD,active,,10,
            Shrink,S1,Core,2026-09,200,USD,active,,20,
            Leave,S1,Core,2026-09,300,USD,active,,,
            Cheap,S1,Core,2026-09,400,USD,active,,,0
            Pause,S1,Core,2026-09,500,USD,active,,,
            Swap,S1,Basic,2026-09,60,USD,active,,,0
            Try,S1,Core,2026-09,70,USD,trial,,,
            Both,S1,Core,2026-09,80,USD,active,,,
            Stay,S1,Core,2026-09,90,USD,active,,,
            Euro,S1,Core,2026-09,10,EUR,active,,,
            """;

    /** A month's files: what stands at its end, and what happened in it. */
    private record Facts(String period, String rate, String snapshot, String events) {}

    private static final List<Facts> MONTHS = List.of(
            new Facts("2026-10", "EUR,1.1,1.2", """
                    Grow,S1,Core,2026-10,150,USD,active,2026-10-05T10:00:00Z,15,
                    Shrink,S1,Core,2026-10,120,USD,active,,12,
                    Leave,S1,Core,2026-10,0,USD,cancelled,,,
                    Cheap,S1,Core,2026-10,320,USD,active,,,80
                    Pause,S1,Core,2026-10,500,USD,paused,,,
                    Swap,S1,Basic,2026-10,0,USD,cancelled,,,0
                    Swap,S1,Pro,2026-10,95,USD,active,,,
                    Try,S1,Core,2026-10,70,USD,active,,,
                    Both,S1,Core,2026-10,90,USD,active,,,
                    Stay,S1,Core,2026-10,90,USD,active,,,
                    New,S1,Core,2026-10,50,USD,active,,5,
                    Euro,S1,Core,2026-10,12,EUR,active,,,
                    """, """
                    E1,Grow,S1,Core,expansion,,2026-10-05T10:00:00Z,100,150,USD,active,15,
                    E2,Shrink,S1,Core,contraction,,2026-10-05T10:00:00Z,200,120,USD,active,12,
                    E3,Leave,S1,Core,churn,,2026-10-06T10:00:00Z,300,0,USD,cancelled,,
                    E4,Cheap,S1,Core,discount added,,2026-10-07T10:00:00Z,400,320,USD,active,,80
                    E5,Pause,S1,Core,paused,,2026-10-08T10:00:00Z,500,500,USD,paused,,
                    E6,Swap,S1,Basic,plan left,,2026-10-09T10:00:00Z,60,0,USD,cancelled,,
                    E7,Swap,S1,Pro,plan taken,,2026-10-09T10:00:00Z,0,95,USD,active,,
                    E8,Try,S1,Core,paid,,2026-10-10T10:00:00Z,70,70,USD,active,,
                    E10,Both,S1,Core,contraction,,2026-10-20T10:00:00Z,100,90,USD,,,
                    E9,Both,S1,Core,expansion,,2026-10-10T10:00:00Z,80,100,USD,,,
                    E11,New,S1,Core,new,2026-10-12,,,50,USD,active,5,
                    E12,Euro,S1,Core,expansion,,2026-10-12,10,12,EUR,active,,
                    """),
            new Facts("2026-11", "EUR,1.2,1.15", """
                    Grow,S1,Core,2026-11,120,USD,active,,12,
                    Shrink,S1,Core,2026-11,120,USD,active,,12,
                    Leave,S1,Core,2026-11,310,USD,active,,,
                    Cheap,S1,Core,2026-11,400,USD,active,,,0
                    Pause,S1,Core,2026-11,500,USD,active,,,
                    Swap,S1,Pro,2026-11,95,USD,active,,,
                    Try,S1,Core,2026-11,70,USD,active,,,
                    Both,S1,Core,2026-11,90,USD,past_due,,,
                    Stay,S1,Core,2026-11,90,USD,active,,,
                    New,S1,Core,2026-11,0,USD,cancelled,,,
                    Later,S1,Core,2026-11,40,USD,trial,,,
                    Euro,S1,Core,2026-11,12,EUR,active,,,
                    """, """
                    E13,Grow,S1,Core,seats lost,,2026-11-05T10:00:00Z,150,120,USD,active,12,
                    E14,Leave,S1,Core,reactivation,,2026-11-05T10:00:00Z,0,310,USD,active,,
                    E15,Cheap,S1,Core,discount ended,,2026-11-07T10:00:00Z,320,400,USD,active,,0
                    E16,Pause,S1,Core,resumed,,2026-11-08T10:00:00Z,0,500,USD,active,,
                    E17,Both,S1,Core,payment failed,,2026-11-08T10:00:00Z,90,90,USD,past_due,,
                    E18,New,S1,Core,churn,,2026-11-08T10:00:00Z,50,0,USD,cancelled,,
                    E19,Later,S1,Core,trial,,2026-11-08T10:00:00Z,,40,USD,trial,,
                    """),
            new Facts("2026-12", "EUR,1.15,1.3", """
                    Grow,S1,Core,2026-12,120,USD,active,,12,
                    Shrink,S1,Core,2026-12,0,USD,cancelled,,,
                    Leave,S1,Core,2026-12,0,USD,expired,,,
                    Cheap,S1,Core,2026-12,400,USD,active,,,0
                    Pause,S1,Core,2026-12,550,USD,active,,,
                    Swap,S1,Pro,2026-12,0,USD,active,,,95
                    Try,S1,Core,2026-12,70,USD,active,,,
                    Both,S1,Core,2026-12,90,USD,past_due,,,
                    Stay,S1,Core,2026-12,90,USD,active,,,
                    Later,S1,Core,2026-12,40,USD,active,,,
                    Euro,S1,Core,2026-12,9,EUR,active,,,
                    """, """
                    E20,Shrink,S1,Core,churn,,2026-12-05T10:00:00Z,120,0,USD,cancelled,,
                    E21,Leave,S1,Core,expired,,2026-12-05T10:00:00Z,310,0,USD,expired,,
                    E22,Pause,S1,Core,price,,2026-12-05T10:00:00Z,500,550,USD,active,,
                    E23,Swap,S1,Pro,coupon,,2026-12-05T10:00:00Z,95,0,USD,active,,95
                    E24,Later,S1,Core,paid,,2026-12-05T10:00:00Z,40,40,USD,active,,
                    E25,Euro,S1,Core,contraction,,2026-12-05T10:00:00Z,12,9,EUR,active,,
                    """));

    @Autowired
    GivenMonths months;

    @TempDir
    Path directory;

    /** Everything that a movement says but who its files are. */
    private record Told(String account, String line, String amounts, String status, String decided, boolean review) {

        static Told of(Movement movement) {
            return new Told(
                    movement.account(),
                    movement.line(),
                    "%s → %s, up %s, down %s, fx %s"
                            .formatted(
                                    movement.opening(),
                                    movement.closing(),
                                    movement.grossUp(),
                                    movement.grossDown(),
                                    movement.fx()),
                    movement.status().name(),
                    movement.movementClass() + " " + movement.reason(),
                    movement.review());
        }
    }

    /** The closes of three months, each published and its pack verified. */
    private List<GivenMonths.Month> chain(
            String grain, String pause, String fx, BiConsumer<GivenMonths.Month, Facts> billing) {
        var organisation = months.organisation();
        months.policy(organisation, "grain", grain);
        months.policy(organisation, "pause", pause);
        months.policy(organisation, "fx", fx);
        return MONTHS.stream()
                .map(facts -> {
                    var month = months.open(organisation, facts.period());
                    if (facts.equals(MONTHS.getFirst())) {
                        month.receive(SourceKind.OPENING, "generic-snapshot", OPENING);
                    }
                    month.receive(
                            SourceKind.RATES,
                            "generic-rates",
                            "currency,opening_rate,closing_rate\n" + facts.rate() + "\n");
                    billing.accept(month, facts);
                    assertThat(month.exceptions()).isEmpty();
                    month.work();
                    month.publish();
                    return month;
                })
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"ACCOUNT, CHURN, CONSTANT", "LINE, CONTRACTION, CONSTANT", "ACCOUNT, KEEP, AS_REPORTED"})
    void events_and_snapshots_of_the_same_facts_come_to_the_same(String grain, String pause, String fx) {
        var bySnapshots = chain(
                grain,
                pause,
                fx,
                (month, facts) -> month.receive(SourceKind.BILLING, "generic-snapshot", SNAPSHOT + facts.snapshot()));
        var byEvents = chain(
                grain,
                pause,
                fx,
                (month, facts) -> month.receive(SourceKind.BILLING, "generic-events", EVENTS + facts.events()));
        for (int i = 0; i < MONTHS.size(); i++) {
            assertThat(byEvents.get(i).movements().stream().map(Told::of))
                    .as(MONTHS.get(i).period())
                    .hasSizeGreaterThan(8)
                    .containsExactlyElementsOf(bySnapshots.get(i).movements().stream()
                            .map(Told::of)
                            .toList());
            assertThat(byEvents.get(i).bridge()).isEqualTo(bySnapshots.get(i).bridge());
            var verified = Verified.of(byEvents.get(i).pack(directory));
            assertThat(verified.output()).contains("Equal: ");
            assertThat(verified.exit()).isZero();
        }
    }
}
