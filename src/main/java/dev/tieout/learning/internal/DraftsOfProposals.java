package dev.tieout.learning.internal;

import dev.tieout.closing.Close;
import dev.tieout.learning.OverrideLearning.RowChanged;
import dev.tieout.learning.ProposedRow;
import dev.tieout.learning.ProposedRow.Answer;
import dev.tieout.learning.ProposedRow.Placement;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleDraft;
import dev.tieout.rules.RuleDraft.Row;
import dev.tieout.rules.RuleDrafts;
import dev.tieout.rules.RuleTableContent;
import dev.tieout.rules.RuleTableVersion;
import dev.tieout.rules.RuleTableVersion.State;
import dev.tieout.rules.RuleTables;
import dev.tieout.terms.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
        return Present.among(tables, newest.version().version())
                .with(TableInWriting.of(newest).cells(proposed))
                .orElseGet(() -> written(newest, comment(close, proposed), classifiedBy, proposed));
    }

    /** For each proposal the draft that has its row, where there is one. */
    Map<String, PinnedTable> present(List<ProposedRow> proposals, RuleDraft newest) {
        var present = Present.among(tables, newest.version().version());
        var table = TableInWriting.of(newest);
        var found = new LinkedHashMap<String, PinnedTable>();
        proposals.forEach(proposed ->
                present.with(table.cells(proposed)).ifPresent(draft -> found.put(proposed.id(), draft.pinned())));
        return found;
    }

    private RuleTableVersion written(RuleDraft newest, String comment, RuleDraft classifiedBy, ProposedRow proposed) {
        var rows = rows(newest, classifiedBy, proposed);
        var draft = drafts.begin(newest.version().pinned(), comment);
        var from = draft.version().effectiveFrom();
        return drafts.save(
                        draft.version().pinned(),
                        draft.edition(),
                        rows,
                        from == null ? null : Period.parse(from),
                        comment)
                .version();
    }

    /** The rows of the newest version with the proposed one among them. */
    static List<Row> rows(RuleDraft newest, RuleDraft classifiedBy, ProposedRow proposed) {
        var table = TableInWriting.of(newest);
        int row = proposed.placement() == Placement.LAST
                ? 0
                : table.find(classifiedBy.rows().get(proposed.row() - 1))
                        .orElseThrow(() ->
                                new RowChanged(proposed.row(), newest.version().version()));
        return table.with(proposed, row, description(proposed));
    }

    /** Drafts of the movement table, with their rows. */
    private record Present(List<RuleTableContent> drafts) {

        /** Those that were written from a version. */
        static Present among(RuleTables tables, int basedOn) {
            return new Present(tables.versions().stream()
                    .filter(version -> version.table().equals(RuleTables.MOVEMENT_CLASSIFICATION))
                    .filter(version -> version.state() == State.DRAFT)
                    .filter(version -> Objects.equals(version.basedOn(), basedOn))
                    .map(version -> tables.content(version.pinned()))
                    .toList());
        }

        /** The newest that has a row of these cells. */
        Optional<RuleTableVersion> with(List<String> cells) {
            return drafts.stream()
                    .filter(draft ->
                            draft.rows().stream().anyMatch(row -> row.cells().equals(cells)))
                    .map(RuleTableContent::version)
                    .findFirst();
        }
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
