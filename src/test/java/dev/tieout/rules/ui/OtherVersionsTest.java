package dev.tieout.rules.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.rules.RuleTableVersion;
import dev.tieout.rules.RuleTableVersion.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What stands beside a version that is to be handed over or decided about. */
class OtherVersionsTest {

    private static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-17T09:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-11-18T09:00:00Z");

    @Test
    void an_approved_version_that_this_one_does_not_go_on_from_would_be_undone_unseen() {
        var first = version(1, State.APPROVED, null, MONDAY, MONDAY, null);
        var second = version(2, State.REJECTED, "2026-12", MONDAY, WEDNESDAY, 1);
        var third = version(3, State.APPROVED, "2026-12", MONDAY, TUESDAY, 1);
        var fromSecond = version(4, State.DRAFT, "2026-12", WEDNESDAY, null, 2);
        var fromThird = version(5, State.DRAFT, "2026-12", WEDNESDAY, null, 3);
        var fromFromThird = version(6, State.DRAFT, "2027-01", WEDNESDAY, null, 5);
        var all = List.of(first, second, third, fromSecond, fromThird, fromFromThird);

        assertThat(OtherVersions.sentences(fromSecond, all))
                .singleElement()
                .asString()
                .startsWith("Version 3 is approved. This one is to apply in its place and was not written from it");
        assertThat(OtherVersions.sentences(fromThird, all)).isEmpty();
        assertThat(OtherVersions.sentences(fromFromThird, all)).isEmpty();
        assertThat(OtherVersions.inPlaceOf(second, all)).contains(third);
        assertThat(OtherVersions.inPlaceOf(fromSecond, all)).isEmpty();
    }

    @Test
    void a_file_goes_on_from_what_was_approved_when_it_was_handed_in() {
        var second = version(2, State.APPROVED, "2027-01", MONDAY, TUESDAY, 1);

        assertThat(beside(version(3, State.IN_REVIEW, "2026-12", MONDAY, null, null), second))
                .singleElement()
                .asString()
                .startsWith("Version 2 is approved");
        assertThat(beside(version(3, State.IN_REVIEW, "2026-12", WEDNESDAY, null, null), second))
                .isEmpty();
        assertThat(beside(
                        version(4, State.IN_REVIEW, "2026-12", MONDAY, null, null),
                        version(2, State.APPROVED, "2026-12", MONDAY, TUESDAY, 1)))
                .hasSize(1);
    }

    @Test
    void a_waiting_version_that_this_one_would_leave_no_period_to_is_named() {
        var third = version(3, State.IN_REVIEW, "2027-01", TUESDAY, null, 1);

        assertThat(beside(third, version(2, State.IN_REVIEW, "2027-02", MONDAY, null, 1)))
                .containsExactly("Version 2 waits for approval as well. Once this one is approved it can never apply.");
        assertThat(beside(third, version(2, State.IN_REVIEW, "2026-12", MONDAY, null, 1)))
                .isEmpty();
    }

    @Test
    void a_newer_version_ends_what_this_one_applies_to() {
        var third = version(3, State.APPROVED, "2027-02", TUESDAY, WEDNESDAY, 1);

        assertThat(beside(version(2, State.DRAFT, "2026-12", MONDAY, null, 1), third))
                .containsExactly("Version 3 is newer and applies from 2027-02 on: this one applies until then.");
        assertThat(beside(version(2, State.REJECTED, "2026-12", MONDAY, TUESDAY, 1), third))
                .isEmpty();
    }

    @Test
    void what_applies_does_until_the_first_newer_version() {
        var second = version(2, State.APPROVED, "2026-12", MONDAY, WEDNESDAY, 1);
        var all = List.of(
                second,
                version(3, State.APPROVED, "2027-04", MONDAY, WEDNESDAY, 1),
                version(4, State.APPROVED, "2027-02", TUESDAY, WEDNESDAY, 1),
                version(5, State.IN_REVIEW, "2027-01", TUESDAY, null, 1));

        assertThat(OtherVersions.applies(second, all))
                .isEqualTo("from 2026-12 on; version 4 in its place from 2027-02 on");
        assertThat(OtherVersions.applies(all.get(2), all)).isEqualTo("from 2027-02 on");
        assertThat(OtherVersions.applies(version(6, State.RETIRED, "2027-02", TUESDAY, WEDNESDAY, 1), all))
                .startsWith("to no period");
    }

    private static List<String> beside(RuleTableVersion version, RuleTableVersion other) {
        return OtherVersions.sentences(version, List.of(version, other));
    }

    private static RuleTableVersion version(
            int number,
            State state,
            @Nullable String from,
            Instant created,
            @Nullable Instant decided,
            @Nullable Integer basedOn) {
        return new RuleTableVersion(
                "movement-classification",
                "Movement classification",
                number,
                state,
                "0".repeat(64),
                "",
                from,
                "analyst",
                created,
                null,
                null,
                basedOn,
                List.of("analyst"),
                null,
                null,
                decided,
                null,
                1);
    }
}
