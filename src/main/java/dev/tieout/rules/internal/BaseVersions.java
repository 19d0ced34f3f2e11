package dev.tieout.rules.internal;

import dev.tieout.rules.RuleTableVersion.State;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a version is held against: the one that it was written from, for a file the approved one that came before. */
@Component
class BaseVersions {

    private final RuleVersions versions;

    BaseVersions(RuleVersions versions) {
        this.versions = versions;
    }

    /** Null for the first version of a table. */
    @Nullable
    RuleVersion of(RuleVersion version) {
        var from = version.basedOn();
        var before = from == null
                ? versions.findByRuleTableAndState(version.ruleTable(), State.APPROVED).stream()
                        .filter(approved -> approved.version() < version.version())
                        .max(Comparator.comparingInt(RuleVersion::version))
                : versions.findByRuleTableAndVersion(version.ruleTable(), from);
        return before.orElse(null);
    }
}
