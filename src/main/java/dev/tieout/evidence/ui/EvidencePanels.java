package dev.tieout.evidence.ui;

import com.vaadin.flow.component.Component;
import dev.tieout.closing.Close;
import dev.tieout.evidence.Evidence;
import dev.tieout.publication.Publications;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Panel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Makes the evidence panel of a close. */
@Service
public class EvidencePanels {

    private final Evidence evidence;
    private final Publications publications;
    private final ObjectProvider<Format> formats;

    EvidencePanels(Evidence evidence, Publications publications, ObjectProvider<Format> formats) {
        this.evidence = evidence;
        this.publications = publications;
        this.formats = formats;
    }

    /** A pack for each version, whose key signs it, and how a receiver checks it. */
    public Component of(Close close) {
        var versions = publications.of(close.key());
        return versions.isEmpty()
                ? new Panel("Evidence", Panel.quiet("There is a pack for every version, once there is one."))
                : new EvidencePanel(close, versions.reversed(), evidence, formats.getObject());
    }
}
