package dev.tieout.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.rules.RuleDrafts.RuleVersionRefused;
import dev.tieout.terms.Period;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Words that came with the product after the organisation did. */
@DatabaseTest
class StatusPresetsTest {

    @Autowired
    Given given;

    @Autowired
    StatusPresets presets;

    @Autowired
    RuleTables rules;

    @Autowired
    RuleDrafts drafts;

    GivenOrganisation organisation;

    @BeforeEach
    void an_organisation() {
        organisation = given.organisation();
    }

    /** As it was with an older product: without the words of Recurly, and with a word of its own. */
    private void withAnOlderCrosswalk() {
        var first = new PinnedTable(RuleTables.STATUS_CROSSWALK, 1);
        organisation.as("analyst", () -> {
            var draft = drafts.begin(first, "As it was");
            var rows = draft.rows().stream()
                    .filter(row -> !row.cells().getFirst().equals("recurly"))
                    .toList();
            var saved =
                    drafts.save(draft.version().pinned(), draft.edition(), rows, Period.parse("2026-01"), "As it was");
            return drafts.submit(saved.version().pinned(), saved.edition());
        });
        organisation.as("approver", () -> drafts.approve(new PinnedTable(RuleTables.STATUS_CROSSWALK, 2), null));
    }

    @Test
    void a_new_organisation_has_them_all() {
        assertThat(organisation.as("manager", () -> presets.missing())).isEmpty();
        assertThatExceptionOfType(RuleVersionRefused.class)
                .isThrownBy(() -> organisation.as("analyst", () -> presets.draft()));
    }

    @Test
    void an_older_one_is_offered_the_newer_words_as_a_draft() {
        withAnOlderCrosswalk();
        var missing = organisation.as("manager", () -> presets.missing());
        assertThat(missing).isNotEmpty().allMatch(preset -> preset.system().equals("recurly"));
        var draft = organisation.as("analyst", () -> presets.draft());
        assertThat(draft.version().state()).isEqualTo(RuleTableVersion.State.DRAFT);
        assertThat(draft.version().basedOn()).isEqualTo(2);
        assertThat(draft.rows().stream().filter(row -> row.cells().getFirst().equals("recurly")))
                .hasSameSizeAs(missing);
        assertThat(organisation.as(
                        "manager", () -> rules.crosswalk(new PinnedTable(RuleTables.STATUS_CROSSWALK, 2), "recurly")))
                .isEmpty();
    }
}
