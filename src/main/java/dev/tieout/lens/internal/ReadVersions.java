package dev.tieout.lens.internal;

import dev.tieout.backtest.PublishedPeriod;
import dev.tieout.backtest.WhatIf;
import dev.tieout.lens.Lens;
import dev.tieout.lens.LensPack;
import dev.tieout.lens.LensReading;
import dev.tieout.lens.LensReading.State;
import dev.tieout.lens.LensReport;
import dev.tieout.publication.Publications;
import dev.tieout.publication.Report.View;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Versions by every pack: what is kept, and what is begun. Has no transaction of its own, as the background must see what is there. */
@Service
class ReadVersions implements Lens {

    private final Packs packs;
    private final KeptResults kept;
    private final LensRuns runs;
    private final WhatIf whatIf;
    private final Publications publications;

    ReadVersions(Packs packs, KeptResults kept, LensRuns runs, WhatIf whatIf, Publications publications) {
        this.packs = packs;
        this.kept = kept;
        this.runs = runs;
        this.whatIf = whatIf;
        this.publications = publications;
    }

    @Override
    public List<LensPack> packs() {
        return packs.all().stream().map(Pack::about).toList();
    }

    @Override
    public LensReport of(long closeId, @Nullable Integer version) {
        var report = publications.report(closeId, version, View.MRR, "");
        var period = whatIf.version(closeId, report.publication().version());
        return new LensReport(
                report.publication(),
                report.total(),
                packs.all().stream().map(pack -> reading(pack, period)).toList());
    }

    private LensReading reading(Pack pack, PublishedPeriod period) {
        var result = kept.find(pack, period);
        if (result.isPresent()) {
            return new LensReading(pack.about(), State.DONE, result.get(), null);
        }
        return runs.troubleOf(pack, period)
                .map(trouble -> new LensReading(pack.about(), State.FAILED, null, trouble))
                .orElseGet(() -> new LensReading(pack.about(), State.RUNNING, null, null));
    }

    @Override
    public LensReport again(long closeId, @Nullable Integer version) {
        var publication = publications.report(closeId, version, View.MRR, "").publication();
        var period = whatIf.version(closeId, publication.version());
        packs.all().forEach(pack -> runs.forget(pack, period));
        return of(closeId, publication.version());
    }
}
