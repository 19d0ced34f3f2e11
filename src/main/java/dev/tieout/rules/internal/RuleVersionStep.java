package dev.tieout.rules.internal;

import dev.tieout.rules.RuleTableVersion.State;
import dev.tieout.terms.Period;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The next state of a {@link RuleVersion}: everything as it was but what is said here. */
final class RuleVersionStep {

    private final RuleVersion was;
    private final State state;
    private String content;
    private RuleVersion.Intent intent;
    private List<String> editors;
    private long edition;
    private @Nullable Integer basedOn;
    private @Nullable String submittedBy;
    private @Nullable Instant submittedAt;
    private @Nullable String approvedBy;
    private @Nullable Instant approvedAt;
    private @Nullable String decidedBy;
    private @Nullable Instant decidedAt;
    private @Nullable String decisionComment;
    private @Nullable String editedBy;
    private @Nullable Instant editedAt;

    RuleVersionStep(RuleVersion was, State state) {
        this.was = was;
        this.state = state;
        this.content = was.content();
        this.intent = new RuleVersion.Intent(
                was.comment(), was.effectiveFrom() == null ? null : Period.parse(was.effectiveFrom()));
        this.editors = was.editors();
        this.edition = was.edition();
        this.basedOn = was.basedOn();
        this.submittedBy = was.submittedBy();
        this.submittedAt = was.submittedAt();
        this.approvedBy = was.approvedBy();
        this.approvedAt = was.approvedAt();
        this.decidedBy = was.decidedBy();
        this.decidedAt = was.decidedAt();
        this.decisionComment = was.decisionComment();
        this.editedBy = was.editedBy();
        this.editedAt = was.editedAt();
    }

    RuleVersionStep content(String is) {
        content = is;
        return this;
    }

    RuleVersionStep intent(RuleVersion.Intent is) {
        intent = is;
        return this;
    }

    RuleVersionStep editors(List<String> are) {
        editors = are;
        return this;
    }

    RuleVersionStep edited(String by, Instant at) {
        editedBy = by;
        editedAt = at;
        return this;
    }

    RuleVersionStep edition(long seen) {
        edition = seen;
        return this;
    }

    RuleVersionStep basedOn(int version) {
        basedOn = version;
        return this;
    }

    RuleVersionStep submitted(String by, Instant at) {
        submittedBy = by;
        submittedAt = at;
        return this;
    }

    RuleVersionStep approved(String by, Instant at) {
        approvedBy = by;
        approvedAt = at;
        return this;
    }

    RuleVersionStep decided(String by, Instant at, @Nullable String why) {
        decidedBy = by;
        decidedAt = at;
        decisionComment = why;
        return this;
    }

    RuleVersion build() {
        return new RuleVersion(
                was.id(),
                was.organisation(),
                was.ruleTable(),
                was.version(),
                state,
                content,
                DecisionTable.sha256(content),
                intent.comment(),
                intent.from(),
                was.createdBy(),
                was.createdAt(),
                approvedBy,
                approvedAt,
                basedOn,
                editors,
                submittedBy,
                submittedAt,
                decidedBy,
                decidedAt,
                decisionComment,
                editedBy,
                editedAt,
                edition);
    }
}
