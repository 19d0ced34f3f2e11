package dev.tieout.findings.internal;

import dev.tieout.audit.AuditTrail;
import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.findings.Finding;
import dev.tieout.findings.Finding.Kind;
import dev.tieout.findings.Findings;
import dev.tieout.findings.FollowUp;
import dev.tieout.findings.FollowUp.State;
import dev.tieout.findings.FollowUps;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Organisations;
import dev.tieout.organisation.Role;
import dev.tieout.policy.Policies;
import dev.tieout.publication.Publications;
import dev.tieout.publication.Report.View;
import dev.tieout.terms.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class KeptFollowUps implements FollowUps {

    private static final int LONGEST = 2_000;

    private final FollowUpRecords records;
    private final Findings findings;
    private final Publications publications;
    private final Closes closes;
    private final Policies policies;
    private final Organisations organisations;
    private final CurrentActor currentActor;
    private final AuditTrail audit;
    private final Clock clock;

    KeptFollowUps(
            FollowUpRecords records,
            Findings findings,
            Publications publications,
            Closes closes,
            Policies policies,
            Organisations organisations,
            CurrentActor currentActor,
            AuditTrail audit,
            Clock clock) {
        this.records = records;
        this.findings = findings;
        this.publications = publications;
        this.closes = closes;
        this.policies = policies;
        this.organisations = organisations;
        this.currentActor = currentActor;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public FollowUp open(
            long closeId, Kind kind, @Nullable Integer version, String owner, LocalDate due, String comment) {
        var opener = currentActor.require(Role.ANALYST, Role.APPROVER, Role.CONTROLLER);
        var close = closes.withKey(closeId);
        check(close, owner, due, comment);
        var published = publications.report(closeId, version, View.MRR, "").publication();
        var finding = found(closeId, kind, published.version());
        try {
            var kept = records.save(new FollowUp(
                    null,
                    close.organisation(),
                    closeId,
                    close.period(),
                    published.version(),
                    kind,
                    finding.sentence(),
                    comment.strip(),
                    owner,
                    due,
                    State.OPEN,
                    opener.name(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    null,
                    null,
                    null));
            audit.record("follow-up-opened", subject(kept), null, told(kept), kept.comment());
            return kept;
        } catch (DuplicateKeyException openAlready) {
            throw new FollowUpExists(close.period());
        }
    }

    private Finding found(long closeId, Kind kind, int version) {
        return findings.of(closeId, version).stream()
                .filter(finding -> finding.kind() == kind)
                .findFirst()
                .orElseThrow(() ->
                        new Findings.NoSuchFinding("Version " + version + " has no finding “" + kind.title() + "”."));
    }

    private void check(Close close, String owner, LocalDate due, String comment) {
        if (organisations.rolesOf(owner).isEmpty()) {
            throw new FollowUpRefused(
                    Refusal.Kind.INVALID, "no-such-owner", "“" + owner + "” is nobody of this organisation.");
        }
        var zone = policies.version(close.policyVersion()).choices().zone();
        if (due.isBefore(LocalDate.now(clock.withZone(zone)))) {
            throw new FollowUpRefused(Refusal.Kind.INVALID, "due-in-the-past", "The due date " + due + " has passed.");
        }
        refuseTooLong(comment);
    }

    private static void refuseTooLong(String text) {
        if (text.length() > LONGEST) {
            throw new FollowUpRefused(
                    Refusal.Kind.INVALID, "comment-too-long", "A comment has at most " + LONGEST + " characters.");
        }
    }

    @Override
    public FollowUp done(long id, String outcome) {
        return end(id, State.DONE, outcome);
    }

    @Override
    public FollowUp drop(long id, String outcome) {
        return end(id, State.DROPPED, outcome);
    }

    private FollowUp end(long id, State how, String outcome) {
        var before = records.hold(id).orElseThrow(() -> new NoSuchFollowUp(id));
        var person = currentActor.get();
        if (!person.name().equals(before.owner())) {
            currentActor.require(Role.ANALYST, Role.APPROVER, Role.CONTROLLER);
        }
        if (outcome.isBlank()) {
            throw new FollowUpRefused(Refusal.Kind.INVALID, "comment-required", "Say in a comment what came of it.");
        }
        refuseTooLong(outcome);
        if (!before.isOpen()) {
            throw new FollowUpRefused(
                    Refusal.Kind.CONFLICT, "follow-up-ended", "This follow-up was ended by " + before.endedBy() + ".");
        }
        var after = records.save(
                before.ended(how, person.name(), clock.instant().truncatedTo(ChronoUnit.MICROS), outcome.strip()));
        audit.record(
                how == State.DONE ? "follow-up-done" : "follow-up-dropped",
                subject(after),
                told(before),
                told(after),
                after.outcome());
        return after;
    }

    @Override
    @Transactional(readOnly = true)
    public List<FollowUp> list(@Nullable State state, @Nullable Long before, int limit) {
        long below = before == null ? Long.MAX_VALUE : before;
        return state == null ? records.below(below, limit) : records.inState(state, below, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public List<FollowUp> ofClose(long closeId) {
        return records.findByCloseIdOrderById(closeId);
    }

    private static String subject(FollowUp followUp) {
        return "close/" + followUp.period() + "/follow-up/" + followUp.key();
    }

    private static Told told(FollowUp followUp) {
        return new Told(
                followUp.kind().slug(),
                followUp.version(),
                followUp.state(),
                followUp.owner(),
                followUp.dueOn().toString(),
                followUp.sentence());
    }

    /** What the trail keeps of a follow-up. */
    private record Told(String finding, int version, State state, String owner, String due, String sentence) {}
}
