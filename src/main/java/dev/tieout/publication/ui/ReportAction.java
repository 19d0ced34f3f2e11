package dev.tieout.publication.ui;

import com.vaadin.flow.component.Component;
import dev.tieout.publication.Report;
import java.util.Optional;

/** What another module lets people do with the report they see: a button or a menu beside the print button. Spring beans, in their {@code @Order}. */
public interface ReportAction {

    /** The button for the report as shown; empty when the person who is signed in has no use for it. */
    Optional<Component> of(Report report);
}
