package dev.tieout.sources.internal;

import dev.tieout.sources.Sources.FileRefused;
import dev.tieout.terms.Refusal;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Profiles as JSON. */
@Component
final class ProfileText {

    private static final int LONGEST_SHOWN = 200;

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(inclusion ->
                    inclusion.withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY))
            .build();

    /** @throws FileRefused for what is no profile, with the reason */
    Profile read(String text) {
        try {
            var profile = json.readValue(text, Profile.class);
            ProfileCheck.check(profile);
            return profile;
        } catch (JacksonException e) {
            var told = String.valueOf(e.getOriginalMessage());
            throw new FileRefused(
                    Refusal.Kind.INVALID,
                    "invalid-profile",
                    "That is no profile: "
                            + (told.length() > LONGEST_SHOWN ? told.substring(0, LONGEST_SHOWN) + "…" : told));
        }
    }

    String write(Profile profile) {
        return json.writeValueAsString(profile);
    }

    JsonNode tree(Profile profile) {
        return json.valueToTree(profile);
    }
}
