package dev.tieout.organisation;

import java.util.Set;

/**
 * On whose behalf code runs: a person who signed in, or the product itself.
 *
 * @param organisation whose data the database shows; {@link OrganisationId#INSTALLATION} for the operator
 * @param name the login name, or {@code tieout} for the product itself
 */
public record Actor(OrganisationId organisation, String name, Set<Role> roles) {

    /** The name under which the product's own steps stand in the audit trail. */
    public static final String SYSTEM = "tieout";

    public Actor {
        roles = Set.copyOf(roles);
    }

    /** The product itself, at work for one organisation: workers, timers, start-up. */
    public static Actor system(OrganisationId organisation) {
        return new Actor(organisation, SYSTEM, Set.of());
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean isSystem() {
        return SYSTEM.equals(name);
    }
}
