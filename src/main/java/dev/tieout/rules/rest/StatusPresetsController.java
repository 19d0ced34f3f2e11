package dev.tieout.rules.rest;

import dev.tieout.rules.RuleTableVersion;
import dev.tieout.rules.StatusPresets;
import dev.tieout.rules.StatusPresets.Preset;
import dev.tieout.terms.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Status words that came with the product since the organisation's crosswalk was written. */
@RestController
@RequestMapping("/api/v1/rules/status-crosswalk/presets")
class StatusPresetsController {

    private final StatusPresets presets;

    StatusPresetsController(StatusPresets presets) {
        this.presets = presets;
    }

    @GetMapping
    Page<Preset> missing() {
        return new Page<>(presets.missing(), null);
    }

    /** A draft with all of them; it is submitted and approved like any other. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    RuleTableVersion draft() {
        return presets.draft().version();
    }
}
