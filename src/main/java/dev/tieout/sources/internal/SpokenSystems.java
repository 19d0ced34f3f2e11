package dev.tieout.sources.internal;

import dev.tieout.sources.BillingSystems;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class SpokenSystems implements BillingSystems {

    private final Profiles profiles;

    SpokenSystems(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public Optional<String> of(String profile) {
        return profiles.all().stream()
                .filter(known -> known.name().equals(profile))
                .filter(known -> known.columns().stream().anyMatch(column -> column.field() == Field.STATUS))
                .map(Profile::statusWordsOf)
                .findFirst();
    }
}
