package dev.tieout.rules.internal;

import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleDrafts.RuleVersionRefused;
import dev.tieout.rules.RuleTableVersion;
import dev.tieout.rules.RuleTableVersion.State;
import dev.tieout.terms.Period;
import dev.tieout.terms.Refusal.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A version of a table as kept. Each step checks the state first; the database checks it again. */
@Table("rule_version")
record RuleVersion(
        @Id @Nullable Long id,
        String organisation,
        String ruleTable,
        int version,
        State state,
        String content,
        String sha256,
        String comment,
        @Nullable String effectiveFrom,
        String createdBy,
        Instant createdAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable Integer basedOn,
        List<String> editors,
        @Nullable String submittedBy,
        @Nullable Instant submittedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionComment,
        @Nullable String editedBy,
        @Nullable Instant editedAt,
        @Version long edition) {

    /** Changes of one person with no longer pause between them belong together. */
    private static final Duration SITTING = Duration.ofMinutes(30);

    RuleVersion {
        editors = List.copyOf(editors);
    }

    /** What a person says of a version they write. */
    record Intent(String comment, @Nullable Period effectiveFrom) {

        @Nullable
        String from() {
            return effectiveFrom == null ? null : effectiveFrom.toString();
        }
    }

    /** The first version of a new organisation: the product's own table, for every period. */
    static RuleVersion shipped(String organisation, KeptTable table, String by, Instant at) {
        return new RuleVersion(
                null,
                organisation,
                table.name(),
                1,
                State.APPROVED,
                table.csv(),
                DecisionTable.sha256(table.csv()),
                "The table that the product ships",
                null,
                by,
                at,
                by,
                at,
                null,
                List.of(),
                null,
                null,
                by,
                at,
                null,
                null,
                null,
                0);
    }

    /** The next version of a table, begun by a person. */
    static RuleVersion draft(
            String organisation, PinnedTable name, String content, Intent intent, String by, Instant at) {
        return new RuleVersion(
                null,
                organisation,
                name.table(),
                name.version(),
                State.DRAFT,
                content,
                DecisionTable.sha256(content),
                intent.comment(),
                intent.from(),
                by,
                at,
                null,
                null,
                null,
                List.of(by),
                null,
                null,
                null,
                null,
                null,
                by,
                at,
                0);
    }

    /**
     * Begun with the rows of another. Who wrote rows that nobody has approved has written in this one as well, and does not decide
     * about it.
     */
    RuleVersion basedOn(RuleVersion other) {
        boolean approved = other.state == State.APPROVED || other.state == State.RETIRED;
        var wrote = Stream.concat(editors.stream(), approved ? Stream.empty() : other.editors.stream());
        return with(state)
                .basedOn(other.version)
                .editors(wrote.distinct().toList())
                .build();
    }

    /** Other rows, comment or period, written over the edition that the person has seen. */
    RuleVersion edited(String newContent, Intent intent, long seen, String by, Instant at) {
        require(State.DRAFT, "is no draft any more");
        var wrote = Stream.concat(editors.stream(), Stream.of(by)).distinct().toList();
        return with(State.DRAFT)
                .content(newContent)
                .intent(intent)
                .editors(wrote)
                .edited(by, at)
                .edition(seen)
                .build();
    }

    /** Whether a change that the person makes now goes on with what they have been writing, with nobody else in between. */
    boolean isStillWrittenBy(String person, Instant now) {
        return person.equals(editedBy) && editedAt != null && !now.isAfter(editedAt.plus(SITTING));
    }

    RuleVersion discarded() {
        require(State.DRAFT, "is no draft any more");
        return with(State.DISCARDED).build();
    }

    RuleVersion submitted(String canonical, String by, Instant at) {
        require(State.DRAFT, "has been submitted already");
        return with(State.IN_REVIEW).content(canonical).submitted(by, at).build();
    }

    RuleVersion approved(String by, Instant at, @Nullable String why) {
        require(State.IN_REVIEW, "is not waiting for approval");
        return with(State.APPROVED).approved(by, at).decided(by, at, why).build();
    }

    RuleVersion rejected(String by, Instant at, String why) {
        require(State.IN_REVIEW, "is not waiting for approval");
        return with(State.REJECTED).decided(by, at, why).build();
    }

    /** No period will ever pin it again. */
    RuleVersion retired() {
        require(State.APPROVED, "is not approved");
        return with(State.RETIRED).build();
    }

    /** Whether it applies to the period: it does from its effective-from period on. */
    boolean covers(Period period) {
        return effectiveFrom == null || !Period.parse(effectiveFrom).start().isAfter(period.start());
    }

    /** Whether a later version that applies from {@code other}'s period on leaves no period to this one. */
    boolean isOvertakenBy(RuleVersion other) {
        return isOvertakenBy(other, effectiveFrom == null ? null : Period.parse(effectiveFrom));
    }

    /** The same, were this one to apply from another period on. */
    boolean isOvertakenBy(RuleVersion other, @Nullable Period from) {
        return other.version > version
                && (other.effectiveFrom == null
                        || (from != null
                                && !from.start()
                                        .isBefore(Period.parse(other.effectiveFrom)
                                                .start())));
    }

    PinnedTable pinned() {
        return new PinnedTable(ruleTable, version);
    }

    RuleTableVersion described() {
        return new RuleTableVersion(
                ruleTable,
                KeptTable.titleOf(ruleTable),
                version,
                state,
                sha256,
                comment,
                effectiveFrom,
                createdBy,
                createdAt,
                approvedBy,
                approvedAt,
                basedOn,
                editors,
                submittedAt,
                decidedBy,
                decidedAt,
                decisionComment,
                edition);
    }

    private void require(State needed, String otherwise) {
        if (state != needed) {
            throw new RuleVersionRefused(
                    Kind.CONFLICT,
                    "rule-version-state",
                    "Version " + version + " of “" + KeptTable.titleOf(ruleTable) + "” " + otherwise + ".");
        }
    }

    private RuleVersionStep with(State next) {
        return new RuleVersionStep(this, next);
    }
}
