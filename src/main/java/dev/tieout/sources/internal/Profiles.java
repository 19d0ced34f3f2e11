package dev.tieout.sources.internal;

import dev.tieout.sources.SourceKind;
import dev.tieout.sources.Sources.FileRefused;
import dev.tieout.terms.Refusal;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The profiles that come with the product. */
@Component
class Profiles {

    private final Map<String, Profile> byName = new TreeMap<>();

    Profiles() throws IOException {
        var json = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        var resources = new PathMatchingResourcePatternResolver().getResources("classpath*:profiles/*.json");
        for (var resource : resources) {
            try (var body = resource.getInputStream()) {
                var profile = json.readValue(body, Profile.class);
                byName.put(profile.name(), profile);
            }
        }
    }

    /** The profile of that name, if files of that kind can have it. */
    Profile find(String name, SourceKind kind) {
        var profile = byName.get(name);
        if (profile == null || !profile.kinds().contains(kind)) {
            throw new FileRefused(
                    Refusal.Kind.INVALID,
                    "unknown-profile",
                    "There is no profile “" + name + "” for " + kind.name().toLowerCase(Locale.ROOT)
                            + " files; there is " + namesFor(kind) + ".");
        }
        return profile;
    }

    private String namesFor(SourceKind kind) {
        return byName.values().stream()
                .filter(profile -> profile.kinds().contains(kind))
                .map(Profile::name)
                .collect(Collectors.joining(", "));
    }
}
