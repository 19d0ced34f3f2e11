package dev.tieout.learning.internal;

import dev.tieout.closing.Close;
import dev.tieout.learning.OverrideLearning.RowChanged;
import dev.tieout.learning.ProposedRow;
import dev.tieout.learning.ProposedRow.Answer;
import dev.tieout.learning.ProposedRow.Placement;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleDraft;
import dev.tieout.rules.RuleDrafts;
import dev.tieout.rules.RuleTableVersion;
import dev.tieout.rules.RuleTableVersion.State;
import dev.tieout.rules.RuleTables;
import dev.tieout.terms.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes a proposed row into a draft, once: asked again while it is one, it is the same draft. */
@Component
class DraftsOfProposals {

    /** Two who take the same proposal come one after the other. */
    private static final String ALONE = "select pg_advisory_xact_lock(hashtextextended('tieout.learning', ?))::text";

    private final RuleTables tables;
    private final RuleDrafts drafts;
    private final JdbcClient jdbc;

    DraftsOfProposals(RuleTables tables, RuleDrafts drafts, JdbcClient jdbc) {
        this.tables = tables;
        this.drafts = drafts;
        this.jdbc = jdbc;
    }

    /**
     * The draft with the row in it.
     *
     * @param classifiedBy the version that the close used
     * @param newest the version that the draft is written from
     */
    RuleTableVersion of(Close close, RuleDraft classifiedBy, ProposedRow proposed, RuleDraft newest) {
        jdbc.sql(ALONE).param(close.key()).query(String.class).single();
        String comment = comment(close, proposed);
        return present(comment).orElseGet(() -> written(newest.version().pinned(), comment, classifiedBy, proposed));
    }

    private Optional<RuleTableVersion> present(String comment) {
        return tables.versions().stream()
                .filter(version -> version.table().equals(RuleTables.MOVEMENT_CLASSIFICATION))
                .filter(version -> version.state() == State.DRAFT)
                .filter(version -> version.comment().equals(comment))
                .findFirst();
    }

    private RuleTableVersion written(PinnedTable base, String comment, RuleDraft classifiedBy, ProposedRow proposed) {
        var draft = drafts.begin(base, comment);
        var table = TableInWriting.of(draft);
        int row = proposed.placement() == Placement.LAST
                ? 0
                : table.find(classifiedBy.rows().get(proposed.row() - 1))
                        .orElseThrow(() -> new RowChanged(proposed.row(), base.version()));
        var rows = table.with(proposed, row, description(proposed));
        var from = draft.version().effectiveFrom();
        return drafts.save(
                        draft.version().pinned(),
                        draft.edition(),
                        rows,
                        from == null ? null : Period.parse(from),
                        comment)
                .version();
    }

    private static String comment(Close close, ProposedRow proposed) {
        return "Learned from " + overrides(proposed) + " of " + close.period() + " (proposal " + proposed.id() + ")";
    }

    /** What the row is for, as it stands beside it in the table. */
    static String description(ProposedRow proposed) {
        return "Learned from " + overrides(proposed) + ": " + said(proposed.from()) + " became " + said(proposed.to());
    }

    private static String overrides(ProposedRow proposed) {
        return proposed.unnecessary() == 1 ? "1 override" : proposed.unnecessary() + " overrides";
    }

    private static String said(Answer answer) {
        var reason = answer.reason();
        String text = answer.movementClass() + (reason == null ? "" : " by " + reason);
        return text.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static ProposedRow judged(ProposedRow row, List<String> objections) {
        return new ProposedRow(
                row.id(),
                row.placement(),
                row.row(),
                row.conditions(),
                row.learned(),
                row.from(),
                row.to(),
                row.review(),
                row.unnecessary(),
                row.amount(),
                row.overridden(),
                row.others(),
                row.contradicted(),
                objections);
    }
}
