package dev.tieout.corrections.internal;

import dev.tieout.corrections.Correction;
import dev.tieout.corrections.CorrectionDocument;
import dev.tieout.evidence.Attested;
import dev.tieout.evidence.format.PackFile;
import dev.tieout.publication.Publication;
import java.util.List;
import org.springframework.stereotype.Component;

/** The correction history in evidence packs: every applied note that a version follows from. An applied note never changes. */
@Component
class AttestedCorrections implements Attested {

    private final CorrectionRecords records;

    AttestedCorrections(CorrectionRecords records) {
        this.records = records;
    }

    @Override
    public PackFile file() {
        return PackFile.CORRECTIONS;
    }

    @Override
    public List<?> records(Publication version) {
        return records.behind(version.closeId()).stream()
                .filter(correction -> stands(correction, version))
                .map(CorrectionDocument::of)
                .toList();
    }

    private static boolean stands(Correction correction, Publication version) {
        return correction.restated().stream().anyMatch(restated -> {
            var published = restated.version();
            return restated.closeId() == version.closeId() && published != null && published <= version.version();
        });
    }
}
