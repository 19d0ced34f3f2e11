package dev.tieout.rules.internal;

import dev.tieout.audit.AuditTrail;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a step of a rule version stands in the audit trail: by its digest, which stands for the whole table. */
@Component
class RuleTrail {

    private final AuditTrail audit;

    RuleTrail(AuditTrail audit) {
        this.audit = audit;
    }

    void record(String action, @Nullable RuleVersion before, RuleVersion after, @Nullable String why) {
        audit.record(action, after.pinned().inTrail(), before == null ? null : standing(before), standing(after), why);
    }

    private static Map<String, Object> standing(RuleVersion version) {
        var standing = new LinkedHashMap<String, Object>();
        standing.put("state", version.state());
        standing.put("sha256", version.sha256());
        if (version.effectiveFrom() != null) {
            standing.put("effectiveFrom", version.effectiveFrom());
        }
        return standing;
    }
}
