package dev.tieout.sources.internal;

import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleTables;
import dev.tieout.terms.AccountStatus;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Which words files speak by a version of the crosswalk. */
@Component
class Crosswalks {

    private final RuleTables rules;

    Crosswalks(RuleTables rules) {
        this.rules = rules;
    }

    /** A system that the crosswalk has no words of speaks the generic ones. */
    Map<String, AccountStatus> words(int version, String system) {
        return rules.crosswalk(pinned(version), spoken(version, system));
    }

    /** The system whose words count for files of a system. */
    String spoken(int version, String system) {
        return rules.crosswalk(pinned(version), system).isEmpty() ? Profile.GENERIC_SYSTEM : system;
    }

    private static PinnedTable pinned(int version) {
        return new PinnedTable(RuleTables.STATUS_CROSSWALK, version);
    }
}
