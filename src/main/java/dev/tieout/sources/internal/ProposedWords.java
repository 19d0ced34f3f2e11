package dev.tieout.sources.internal;

import dev.tieout.rules.RuleDraft.Row;
import dev.tieout.rules.RuleDrafts;
import dev.tieout.rules.RuleTableVersion;
import dev.tieout.rules.RuleTableVersion.State;
import dev.tieout.rules.RuleTables;
import dev.tieout.sources.StatusWords.Meaning;
import dev.tieout.sources.StatusWords.WordsRefused;
import dev.tieout.terms.Period;
import dev.tieout.terms.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Writes what people say of words into a version of the crosswalk and hands it over for approval. */
@Component
class ProposedWords {

    private final RuleTables rules;
    private final RuleDrafts drafts;

    ProposedWords(RuleTables rules, RuleDrafts drafts) {
        this.rules = rules;
        this.drafts = drafts;
    }

    RuleTableVersion submit(List<Meaning> meanings, String comment) {
        if (meanings.isEmpty()) {
            throw new WordsRefused(Refusal.Kind.INVALID, "no-status-word", "Say what at least one word means.");
        }
        var base = newestApproved();
        var draft = drafts.begin(base.pinned(), comment);
        var rows = new ArrayList<>(draft.rows());
        for (var meaning : meanings) {
            refuseIfKnown(base, meaning);
            rows.add(new Row(
                    comment.strip(),
                    List.of(
                            meaning.system(),
                            meaning.word().strip().toLowerCase(Locale.ROOT),
                            meaning.meaning().name())));
        }
        var from = draft.version().effectiveFrom();
        var saved = drafts.save(
                draft.version().pinned(), draft.edition(), rows, from == null ? null : Period.parse(from), comment);
        return drafts.submit(saved.version().pinned(), saved.edition());
    }

    private RuleTableVersion newestApproved() {
        return rules.versions().stream()
                .filter(version -> version.table().equals(RuleTables.STATUS_CROSSWALK))
                .filter(version -> version.state() == State.APPROVED)
                .max(Comparator.comparingInt(RuleTableVersion::version))
                .orElseThrow(() -> new IllegalStateException("every organisation has an approved crosswalk"));
    }

    private void refuseIfKnown(RuleTableVersion base, Meaning meaning) {
        var word = meaning.word().strip().toLowerCase(Locale.ROOT);
        if (rules.crosswalk(base.pinned(), meaning.system()).containsKey(word)) {
            throw new WordsRefused(
                    Refusal.Kind.CONFLICT,
                    "status-word-known",
                    "Version " + base.version() + " knows “" + word + "” of " + meaning.system()
                            + " already; let the close use it.");
        }
    }
}
