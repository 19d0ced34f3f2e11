package dev.tieout.rules.internal;

import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleDraft;
import dev.tieout.rules.RuleDraft.Row;
import dev.tieout.rules.RuleDrafts;
import dev.tieout.rules.RuleDrafts.RuleVersionRefused;
import dev.tieout.rules.RuleTableVersion.State;
import dev.tieout.rules.RuleTables;
import dev.tieout.rules.StatusPresets;
import dev.tieout.terms.Period;
import dev.tieout.terms.Refusal.Kind;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ShippedPresets implements StatusPresets {

    private static final String COMMENT = "Status words that came with a newer Tieout";

    private final RuleTables rules;
    private final RuleDrafts drafts;

    ShippedPresets(RuleTables rules, RuleDrafts drafts) {
        this.rules = rules;
        this.drafts = drafts;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Preset> missing() {
        return entries().stream()
                .map(entry -> new Preset(
                        entry.billingSystem(), entry.status(), entry.meaning().name()))
                .toList();
    }

    @Override
    public RuleDraft draft() {
        var added = entries();
        if (added.isEmpty()) {
            throw new RuleVersionRefused(
                    Kind.CONFLICT, "no-newer-presets", "The crosswalk has every status word that comes with Tieout.");
        }
        var draft = drafts.begin(newestApproved(), COMMENT);
        var rows = new ArrayList<>(draft.rows());
        added.forEach(entry -> rows.add(new Row(
                entry.comment(),
                List.of(entry.billingSystem(), entry.status(), entry.meaning().name()))));
        var from = draft.version().effectiveFrom();
        return drafts.save(
                draft.version().pinned(), draft.edition(), rows, from == null ? null : Period.parse(from), COMMENT);
    }

    private List<StatusCrosswalk.Entry> entries() {
        var approved = newestApproved();
        return shipped().entries().stream()
                .filter(entry ->
                        !rules.crosswalk(approved, entry.billingSystem()).containsKey(entry.status()))
                .toList();
    }

    private static StatusCrosswalk shipped() {
        return StatusCrosswalk.read(CanonicalTables.text(RuleTables.STATUS_CROSSWALK));
    }

    private PinnedTable newestApproved() {
        return rules.versions().stream()
                .filter(version -> version.table().equals(RuleTables.STATUS_CROSSWALK))
                .filter(version -> version.state() == State.APPROVED)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("every organisation has an approved crosswalk"))
                .pinned();
    }
}
