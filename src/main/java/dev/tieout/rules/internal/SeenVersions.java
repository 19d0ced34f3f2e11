package dev.tieout.rules.internal;

import dev.tieout.rules.NoSuchRuleTable;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleDrafts.RuleVersionRefused;
import dev.tieout.rules.RuleTableVersion.State;
import dev.tieout.terms.Refusal.Kind;
import java.util.Objects;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Versions as a person has seen them: a draft that somebody else has changed since is neither handed over nor thrown away unread. */
@Component
class SeenVersions {

    private final RuleVersions versions;

    SeenVersions(RuleVersions versions) {
        this.versions = versions;
    }

    RuleVersion version(PinnedTable pinned) {
        return versions.findByRuleTableAndVersion(pinned.table(), pinned.version())
                .orElseThrow(() -> new NoSuchRuleTable(pinned));
    }

    /**
     * A draft of the edition that the person has seen. A version that is no draft any more is for its step to refuse.
     *
     * @throws RuleVersionRefused when it was changed since
     */
    RuleVersion at(PinnedTable draft, long edition) {
        var is = version(draft);
        if (is.state() == State.DRAFT && is.edition() != edition) {
            throw changedSince(is);
        }
        return is;
    }

    /**
     * The edition that a person has seen because they wrote last.
     *
     * @throws RuleVersionRefused when somebody else did
     */
    long ownEdition(PinnedTable draft, String person) {
        var is = version(draft);
        if (is.state() == State.DRAFT && !person.equals(is.editedBy())) {
            throw new RuleVersionRefused(
                    Kind.CONFLICT,
                    "edition-missing",
                    wroteLast(is) + " wrote in version " + is.version()
                            + " last. Read it and say which edition you have seen; it is" + " at edition "
                            + is.edition() + " now.");
        }
        return is.edition();
    }

    /**
     * Keeps the next state of what the person has seen.
     *
     * @throws RuleVersionRefused when somebody changes it in this very moment
     */
    RuleVersion keep(RuleVersion next) {
        try {
            return versions.save(next);
        } catch (OptimisticLockingFailureException _) {
            throw changedSince(version(next.pinned()));
        }
    }

    private static RuleVersionRefused changedSince(RuleVersion is) {
        return new RuleVersionRefused(
                Kind.CONFLICT,
                "draft-changed",
                wroteLast(is) + " has changed version " + is.version()
                        + " since you read it. Look at it again and go on from there.");
    }

    private static String wroteLast(RuleVersion version) {
        return Objects.requireNonNullElse(version.editedBy(), "Somebody");
    }
}
