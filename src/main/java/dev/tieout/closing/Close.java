package dev.tieout.closing;

import dev.tieout.terms.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One period of one organisation on its way from open to final. It pins, when it opens, the policy version and the decision-table
 * versions that apply, and keeps them whatever is approved later.
 *
 * @param step the step of the process it is at, in a person's words
 * @param trouble what stops it, in a person's words; null while nothing does
 * @param published a version of the report is out, whatever step the close has gone back to since
 * @param revision rises with every change of data or decision: a task claimed at one revision cannot be completed at another
 * @param cutoff the instant after which a posting belongs to the next period
 * @param cohortHash SHA-256 of the frozen opening cohort; null until it is frozen
 * @param correctionId the approved correction that the running transaction applies; null at all other times
 */
@Table("close")
public record Close(
        @Id @Nullable Long id,
        String organisation,
        String period,
        LocalDate startsOn,
        LocalDate endsOn,
        Instant cutoff,
        boolean firstPeriod,
        CloseState state,
        String step,
        @Nullable String trouble,
        boolean published,
        long revision,
        int policyVersion,
        @Nullable Long processInstanceKey,
        @Nullable String cohortHash,
        String openedBy,
        Instant openedAt,
        @Nullable Long correctionId,
        @MappedCollection(idColumn = "close_id") Set<PinnedRule> rules,
        @Version long lockVersion) {

    /** A decision-table version that the close uses. */
    @Table("pinned_rule")
    public record PinnedRule(String organisation, String ruleTable, int version) {}

    /** Its key; every stored close has one. */
    public long key() {
        return Objects.requireNonNull(id);
    }

    public Period span() {
        return Period.parse(period);
    }

    /** Pinned decision-table versions by table. */
    public Map<String, Integer> ruleVersions() {
        return rules.stream().collect(Collectors.toMap(PinnedRule::ruleTable, PinnedRule::version));
    }

    /** The pinned version of a table. */
    public int ruleVersion(String table) {
        return Objects.requireNonNull(ruleVersions().get(table), () -> period + " pins no " + table);
    }

    /** Sources and decisions may still change: nothing final has been published, or an approved correction is being applied. */
    public boolean isChangeable() {
        return state != CloseState.FINAL || isBeingCorrected();
    }

    /** The running transaction applies an approved correction. */
    public boolean isBeingCorrected() {
        return correctionId != null;
    }
}
