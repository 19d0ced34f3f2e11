package dev.tieout.rules.internal;

import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleAnalysis;
import dev.tieout.rules.RuleDraft;
import dev.tieout.rules.RuleDraft.Row;
import dev.tieout.rules.RuleDraftBegun;
import dev.tieout.rules.RuleDrafts;
import dev.tieout.rules.RuleTableVersion;
import dev.tieout.rules.RuleVersionSubmitted;
import dev.tieout.rules.internal.RuleVersion.Intent;
import dev.tieout.rules.internal.TableAnalyses.Base;
import dev.tieout.terms.Period;
import dev.tieout.terms.Refusal;
import dev.tieout.terms.Refusal.Kind;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts and what becomes of them. */
@Service
@Transactional
class WrittenRuleVersions implements RuleDrafts {

    private static final int LONGEST_COMMENT = 1_000;

    private final RuleVersions versions;
    private final SeenVersions seen;
    private final BaseVersions bases;
    private final EffectivePeriods periods;
    private final TableAnalyses analyses;
    private final RuleDecisions decisions;
    private final CurrentActor currentActor;
    private final RuleTrail trail;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    WrittenRuleVersions(
            RuleVersions versions,
            SeenVersions seen,
            BaseVersions bases,
            EffectivePeriods periods,
            TableAnalyses analyses,
            RuleDecisions decisions,
            CurrentActor currentActor,
            RuleTrail trail,
            Clock clock,
            ApplicationEventPublisher events) {
        this.versions = versions;
        this.seen = seen;
        this.bases = bases;
        this.periods = periods;
        this.analyses = analyses;
        this.decisions = decisions;
        this.currentActor = currentActor;
        this.trail = trail;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public RuleDraft begin(PinnedTable from, String comment) {
        var author = currentActor.require(Role.ANALYST).name();
        var form = TableForm.of(from.table());
        var base = version(from);
        String text = form.text(form.rows(base.content()));
        var draft = create(from.table(), text, new Intent(checked(comment), periods.usual()), author);
        var begun = versions.save(draft.basedOn(base));
        events.publishEvent(new RuleDraftBegun(from, begun.pinned()));
        return drafted(begun);
    }

    @Override
    public RuleDraft receive(String table, byte[] file, @Nullable Period effectiveFrom, String comment) {
        var author = currentActor.require(Role.ANALYST).name();
        String canonical = canonical(table, file);
        var from = effectiveFrom == null ? periods.usual() : periods.require(effectiveFrom);
        return drafted(create(table, canonical, new Intent(checked(comment), from), author));
    }

    private static String canonical(String table, byte[] file) {
        var form = TableForm.of(table);
        var faults = new Faults(table);
        String text = form.text(form.handedIn(HandedInFile.lines(file, faults), faults));
        return KeptTable.read(table, text).csv();
    }

    @Override
    public RuleDraft replace(PinnedTable draft, long edition, byte[] file) {
        var author = currentActor.require(Role.ANALYST).name();
        var was = seen.at(draft, edition);
        var intent = new Intent(was.comment(), parsed(was.effectiveFrom()));
        return keep(was, canonical(draft.table(), file), intent, edition, author);
    }

    private RuleVersion create(String table, String text, Intent intent, String author) {
        var name = new PinnedTable(table, versions.next(table));
        String organisation = currentActor.get().organisation().value();
        var draft = versions.save(RuleVersion.draft(organisation, name, text, intent, author, clock.instant()));
        trail.record("rule-version-drafted", null, draft, intent.comment());
        return draft;
    }

    @Override
    public RuleDraft save(
            PinnedTable draft, long edition, List<Row> rows, @Nullable Period effectiveFrom, String comment) {
        var author = currentActor.require(Role.ANALYST).name();
        var was = version(draft);
        String text = TableForm.of(draft.table()).text(bounded(draft.table(), rows));
        return keep(was, text, new Intent(checked(comment), effectiveFrom), edition, author);
    }

    private RuleDraft keep(RuleVersion was, String text, Intent intent, long edition, String author) {
        var now = clock.instant();
        var edited = was.edited(text, intent, edition, author, now);
        if (edited.sha256().equals(was.sha256())
                && intent.comment().equals(was.comment())
                && Objects.equals(intent.from(), was.effectiveFrom())) {
            return drafted(was);
        }
        var kept = versions.save(edited);
        if (!was.isStillWrittenBy(author, now)) {
            // Once a sitting: each cell is kept as it is typed, and what it all came to stands with the next row of the
            // trail.
            trail.record("rule-version-edited", was, kept, null);
        }
        return drafted(kept);
    }

    @Override
    public void discard(PinnedTable draft, long edition) {
        currentActor.require(Role.ANALYST);
        var was = seen.at(draft, edition);
        var discarded = seen.keep(was.discarded());
        trail.record("rule-version-discarded", was, discarded, was.comment());
    }

    @Override
    @Transactional(readOnly = true)
    public RuleDraft draft(PinnedTable pinned) {
        return drafted(version(pinned));
    }

    @Override
    @Transactional(readOnly = true)
    public RuleAnalysis analyse(String table, List<Row> rows) {
        return analyses.of(table, TableForm.of(table).text(bounded(table, rows)), null);
    }

    @Override
    public @Nullable String faultOf(String table, String column, String text) {
        return Schemas.generationsOf(table).stream()
                .limit(1)
                .flatMap(schema -> schema.columns().stream())
                .filter(any -> any.label().equals(column))
                .findFirst()
                .flatMap(found -> found.faultOf(text.trim()))
                .orElse(null);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Refusal> objectionTo(PinnedTable version, @Nullable Period effectiveFrom) {
        return Optional.ofNullable(effectiveFrom).flatMap(from -> periods.objectionTo(version(version), from));
    }

    @Override
    public RuleTableVersion submit(PinnedTable draft, long edition) {
        var author = currentActor.require(Role.ANALYST).name();
        var was = seen.at(draft, edition);
        var table = KeptTable.read(draft.table(), was.content());
        var submitted = was.submitted(table.csv(), author, clock.instant());
        periods.require(was);
        refuseUnlessSound(analyses.of(table, null));
        var kept = seen.keep(submitted);
        trail.record("rule-version-submitted", was, kept, was.comment());
        events.publishEvent(new RuleVersionSubmitted(draft));
        return kept.described();
    }

    @Override
    @Transactional(readOnly = true)
    public long ownEdition(PinnedTable draft) {
        return seen.ownEdition(draft, currentActor.require(Role.ANALYST).name());
    }

    private static void refuseUnlessSound(RuleAnalysis analysis) {
        if (!analysis.isSubmittable()) {
            throw new RuleVersionRefused(Kind.CONFLICT, "rule-version-unsound", Objections.sentence(analysis));
        }
    }

    @Override
    public RuleTableVersion approve(PinnedTable submitted, @Nullable String comment) {
        return decisions.approve(version(submitted), comment).described();
    }

    @Override
    public RuleTableVersion reject(PinnedTable submitted, String comment) {
        return decisions.reject(version(submitted), comment).described();
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable String objection(PinnedTable submitted, String person) {
        return decisions.objection(version(submitted), person);
    }

    private RuleDraft drafted(RuleVersion version) {
        var form = TableForm.of(version.ruleTable());
        return new RuleDraft(
                version.described(),
                version.edition(),
                form.columns(),
                form.rows(version.content()),
                analyses.of(version.ruleTable(), version.content(), base(version)));
    }

    private @Nullable Base base(RuleVersion version) {
        var before = bases.of(version);
        return before == null ? null : new Base(before.version(), before.content());
    }

    private RuleVersion version(PinnedTable pinned) {
        return seen.version(pinned);
    }

    /** A draft may be malformed, but not boundless. */
    private static List<Row> bounded(String table, List<Row> rows) {
        var faults = new Faults(table);
        if (rows.size() > Faults.LONGEST_TABLE) {
            faults.checkLength(rows.size());
        }
        long characters = rows.stream()
                .mapToLong(row -> row.description().length()
                        + row.cells().stream().mapToLong(String::length).sum())
                .sum();
        if (characters > Faults.LARGEST_FILE / 2) {
            faults.ofTable("a table has at most " + Faults.LARGEST_FILE + " characters");
        }
        faults.refuseIfAny();
        return rows;
    }

    private static String checked(String comment) {
        String text = comment.trim();
        if (text.isEmpty() || text.length() > LONGEST_COMMENT) {
            throw new RuleVersionRefused(
                    Kind.INVALID,
                    "comment-missing",
                    "Say why, in 1 to " + LONGEST_COMMENT + " characters: the approver reads it.");
        }
        return text;
    }

    private static @Nullable Period parsed(@Nullable String period) {
        return period == null ? null : Period.parse(period);
    }
}
