package dev.tieout.rules.ui;

import com.vaadin.flow.component.Component;
import dev.tieout.rules.RuleTableVersion;
import java.util.Optional;

/** What another module says of a version on the rules page, or lets people do with it. Spring beans, in their {@code @Order}. */
public interface VersionAction {

    /** For the person who is signed in; empty when there is nothing to say. */
    Optional<Component> of(RuleTableVersion version);
}
