package dev.tieout.rules;

import java.util.List;

/**
 * The status words of billing systems that come with the product. A new organisation begins with all of them; one that was there before is
 * offered those that were added since, as a draft.
 */
public interface StatusPresets {

    /** Words that the product knows and the organisation's newest approved crosswalk does not, system by system. */
    List<Preset> missing();

    /**
     * A draft of the crosswalk: the newest approved version with these words added, all else as the organisation has it. For analysts.
     *
     * @throws RuleDrafts.RuleVersionRefused when none is missing
     */
    RuleDraft draft();

    /** One word of a billing system and what the product takes it to mean. */
    record Preset(String system, String word, String meaning) {}
}
