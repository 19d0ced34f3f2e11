package dev.tieout.sources.ui;

import dev.tieout.closing.Close;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.sources.ImportProfiles;
import dev.tieout.sources.ImportsUnderWay;
import dev.tieout.sources.Sources;
import dev.tieout.sources.StatusWords;
import dev.tieout.web.ui.Format;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the list of a close's files for the views of other features. */
@Component
public class SourcePanels {

    private final Sources sources;
    private final ImportsUnderWay imports;
    private final ImportProfiles profiles;
    private final StatusWords words;
    private final CurrentActor currentActor;
    private final ObjectProvider<Format> formats;

    SourcePanels(
            Sources sources,
            ImportsUnderWay imports,
            ImportProfiles profiles,
            StatusWords words,
            CurrentActor currentActor,
            ObjectProvider<Format> formats) {
        this.sources = sources;
        this.imports = imports;
        this.profiles = profiles;
        this.words = words;
        this.currentActor = currentActor;
        this.formats = formats;
    }

    /** Files and receipts, with a place to hand files in for those who may while the close is not final. */
    public SourcesPanel toProvide(Close close, Runnable changed) {
        boolean may = close.isChangeable() && currentActor.get().has(Role.ANALYST);
        return new SourcesPanel(sources, imports, profiles, words, close, formats.getObject(), may, changed);
    }

    /** Files and receipts to read. */
    public SourcesPanel toRead(Close close) {
        return new SourcesPanel(sources, imports, profiles, words, close, formats.getObject(), false, () -> {});
    }
}
