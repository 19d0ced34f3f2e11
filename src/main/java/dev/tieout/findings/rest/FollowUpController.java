package dev.tieout.findings.rest;

import dev.tieout.findings.FollowUp;
import dev.tieout.findings.FollowUps;
import dev.tieout.terms.Page;
import dev.tieout.terms.Refusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people look into. */
@RestController
@RequestMapping("/api/v1/follow-ups")
class FollowUpController {

    private final FollowUps followUps;

    FollowUpController(FollowUps followUps) {
        this.followUps = followUps;
    }

    /** Newest first; {@code state} is open, done or dropped, and all when it is left out. The cursor is the last id seen. */
    @GetMapping
    Page<FollowUpAnswer> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Long cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(Page.LIMIT) int limit) {
        var found = followUps.list(state == null ? null : stateOf(state), cursor, limit + 1);
        var shown = found.stream().limit(limit).map(FollowUpAnswer::of).toList();
        return new Page<>(
                shown, found.size() > limit ? Long.toString(shown.getLast().id()) : null);
    }

    @PostMapping("/{id}/done")
    FollowUpAnswer done(@PathVariable long id, @Valid @RequestBody Said said) {
        return FollowUpAnswer.of(followUps.done(id, said.comment()));
    }

    @PostMapping("/{id}/drop")
    FollowUpAnswer drop(@PathVariable long id, @Valid @RequestBody Said said) {
        return FollowUpAnswer.of(followUps.drop(id, said.comment()));
    }

    private static FollowUp.State stateOf(String text) {
        return Arrays.stream(FollowUp.State.values())
                .filter(state -> state.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new NoSuchState(text));
    }

    record Said(@NotBlank String comment) {}

    /** No state of a follow-up. */
    static final class NoSuchState extends Refusal {
        NoSuchState(String text) {
            super(
                    Kind.INVALID,
                    "no-such-state",
                    "“" + text + "” is no state of a follow-up; write open, done or dropped.");
        }
    }
}
