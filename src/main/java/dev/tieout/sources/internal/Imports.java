package dev.tieout.sources.internal;

import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.policy.MetricPolicy;
import dev.tieout.policy.Policies;
import dev.tieout.rules.RuleTables;
import dev.tieout.sources.AccountMoves;
import dev.tieout.sources.SourceKind;
import dev.tieout.sources.internal.SourceFile.Measure;
import dev.tieout.terms.Period;
import java.io.InputStream;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Reads a file against the policy and rules that its close has pinned, and stores its rows. */
@Component
class Imports {

    /** Puts imports of one organisation in order from here to the end of the transaction; reading the files went on side by side. */
    private static final String ORDER =
            "select pg_advisory_xact_lock(hashtextextended('sources/' || current_organisation(), 0))";

    private final Closes closes;
    private final Policies policies;
    private final Crosswalks crosswalks;
    private final MoveChecks moveChecks;
    private final AccountMoves moves;
    private final Staging staging;
    private final Merging merging;
    private final Judging judging;
    private final Storing storing;
    private final EventLog events;
    private final LateLines lateLines;
    private final JdbcClient jdbc;
    private final DataSize largest;

    Imports(
            Closes closes,
            Policies policies,
            Crosswalks crosswalks,
            MoveChecks moveChecks,
            AccountMoves moves,
            Staging staging,
            Merging merging,
            Judging judging,
            Storing storing,
            EventLog events,
            LateLines lateLines,
            JdbcClient jdbc,
            @Value("${tieout.sources.largest-file:1GB}") DataSize largest) {
        this.closes = closes;
        this.policies = policies;
        this.crosswalks = crosswalks;
        this.moveChecks = moveChecks;
        this.moves = moves;
        this.staging = staging;
        this.merging = merging;
        this.judging = judging;
        this.storing = storing;
        this.events = events;
        this.lateLines = lateLines;
        this.jdbc = jdbc;
        this.largest = largest;
    }

    /** Reads the whole body into the transaction's staging table. */
    Measure stage(Close close, SourceKind kind, Profile profile, InputStream body) {
        var choices = choices(close);
        var context = new ImportContext(
                kind,
                close.span(),
                close.cutoff(),
                choices.zone(),
                choices.reportingCurrency(),
                crosswalks.words(close.ruleVersion(RuleTables.STATUS_CROSSWALK), profile.statusWordsOf()),
                choices,
                finals(close));
        return staging.load(new SourceFile(Reading.of(context, profile), largest.toBytes()), body);
    }

    /** Waits until no other import of the organisation is under way. */
    void inOrder() {
        jdbc.sql(ORDER).query((row, number) -> true).single();
    }

    /** Stores what was staged under a source, and says what became of each row. */
    void settle(Close close, SourceKind kind, Profile profile, long sourceId, Measure measure) {
        merging.merge(close, kind, profile);
        if (kind == SourceKind.BILLING) {
            lateLines.makeRoom(close.key());
        }
        if (kind == SourceKind.MIGRATION) {
            moveChecks.refuse(close);
        }
        if (profile.tellsEvents(kind)) {
            judging.judge(close, Target.EVENTS, profile, sourceId, 0);
            events.store(profile, sourceId);
        } else {
            if (kind == SourceKind.BILLING) {
                events.clear(close.key());
            }
            int stored = storing.storeFirsts(
                    close,
                    kind,
                    sourceId,
                    measure.present(),
                    measure.rising() && merging.leavesKeys(kind, profile),
                    choices(close).pause().name());
            judging.judge(close, Target.of(kind), profile, sourceId, stored);
            if (kind == SourceKind.BILLING) {
                storing.storeLate(close, sourceId, profile.sums());
            }
        }
        storing.storeOthers(sourceId);
        moves.apply(close.key());
    }

    private Set<Period> finals(Close close) {
        return closes.all().stream()
                .filter(other -> other.startsOn().isAfter(close.startsOn()) && !other.isChangeable())
                .map(Close::span)
                .collect(Collectors.toUnmodifiableSet());
    }

    MetricPolicy.Choices choices(Close close) {
        return policies.version(close.policyVersion()).choices();
    }
}
