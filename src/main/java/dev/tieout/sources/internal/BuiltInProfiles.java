package dev.tieout.sources.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The profiles that come with the product. */
@Component
class BuiltInProfiles {

    private final Map<String, Profile> byName = new TreeMap<>();

    BuiltInProfiles(ProfileText text) throws IOException {
        var resources = new PathMatchingResourcePatternResolver().getResources("classpath*:profiles/*.json");
        for (var resource : resources) {
            var profile = text.read(resource.getContentAsString(StandardCharsets.UTF_8));
            byName.put(profile.name(), profile);
        }
    }

    Optional<Profile> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    List<Profile> all() {
        return List.copyOf(byName.values());
    }
}
