package dev.tieout.sources.internal;

import dev.tieout.sources.SourceKind;
import dev.tieout.sources.Sources.FileRefused;
import dev.tieout.terms.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The profiles that an organisation can use: its own, and those that come with the product. */
@Component
class Profiles {

    private final BuiltInProfiles builtIn;
    private final OwnProfiles own;

    Profiles(BuiltInProfiles builtIn, OwnProfiles own) {
        this.builtIn = builtIn;
        this.own = own;
    }

    /** A profile and its version; null for one that comes with the product. */
    record Versioned(
            Profile profile,
            @org.jspecify.annotations.Nullable Integer version) {}

    /** The profile of that name, if files of that kind can have it. */
    Versioned find(String name, SourceKind kind) {
        var found = builtIn.named(name)
                .map(profile -> new Versioned(profile, null))
                .or(() -> own.named(name).map(kept -> new Versioned(kept.profile(), kept.version())));
        return found.filter(profile -> profile.profile().kinds().contains(kind))
                .orElseThrow(() -> new FileRefused(
                        Refusal.Kind.INVALID,
                        "unknown-profile",
                        "There is no profile “" + name + "” for " + kind.name().toLowerCase(Locale.ROOT)
                                + " files; there is " + namesFor(kind) + "."));
    }

    /** All of them, built-in ones first. */
    List<Profile> all() {
        return Stream.concat(builtIn.all().stream(), own.latest().stream().map(OwnProfiles.Kept::profile))
                .toList();
    }

    private String namesFor(SourceKind kind) {
        return all().stream()
                .filter(profile -> profile.kinds().contains(kind))
                .map(Profile::name)
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.joining(", "));
    }
}
