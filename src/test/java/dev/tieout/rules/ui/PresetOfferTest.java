package dev.tieout.rules.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.rules.RuleDraft;
import dev.tieout.rules.RuleTables;
import dev.tieout.rules.StatusPresets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Status words that came with a newer Tieout, offered where the crosswalk is read. */
class PresetOfferTest {

    private static final List<StatusPresets.Preset> TWO_SYSTEMS = List.of(
            new StatusPresets.Preset("stripe", "trialing", "TRIAL"),
            new StatusPresets.Preset("stripe", "paused", "PAUSED"),
            new StatusPresets.Preset("zuora", "Suspended", "PAUSED"));

    @Test
    void missing_words_are_counted_by_system_and_a_draft_is_one_press_away() {
        var said = offer(TWO_SYSTEMS, RuleTables.STATUS_CROSSWALK, true);

        assertThat(said).contains("3 status words of stripe and zuora", "Draft a version with them");
    }

    @Test
    void a_single_word_reads_as_one() {
        assertThat(offer(TWO_SYSTEMS.subList(0, 1), RuleTables.STATUS_CROSSWALK, true))
                .contains("1 status word of stripe");
    }

    @Test
    void nothing_is_offered_when_none_is_missing_on_other_tables_and_to_those_who_write_none() {
        assertThat(offer(List.of(), RuleTables.STATUS_CROSSWALK, true)).isEmpty();
        assertThat(offer(TWO_SYSTEMS, RuleTables.MOVEMENT_CLASSIFICATION, true)).isEmpty();
        assertThat(offer(TWO_SYSTEMS, RuleTables.STATUS_CROSSWALK, false)).isEmpty();
    }

    private static String offer(List<StatusPresets.Preset> missing, String table, boolean mayWrite) {
        return new PresetOffer(new Words(missing), table, mayWrite).getElement().getTextRecursively();
    }

    private record Words(List<StatusPresets.Preset> missing) implements StatusPresets {
        @Override
        public RuleDraft draft() {
            throw new UnsupportedOperationException("nobody pressed");
        }
    }
}
