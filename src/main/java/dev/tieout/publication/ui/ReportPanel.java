package dev.tieout.publication.ui;

import com.vaadin.flow.component.Component;
import dev.tieout.publication.Publication;

/**
 * What another module adds to the report page, below the figures: findings, evidence. Spring beans; they stand in their {@code @Order}.
 */
public interface ReportPanel {

    /** A panel about one version, for the person who is signed in. */
    Component of(Publication publication);
}
