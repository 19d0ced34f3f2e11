package dev.tieout;

import dev.tieout.organisation.Actor;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.OrganisationId;
import dev.tieout.organisation.Organisations;
import dev.tieout.organisation.Role;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/**
 * An organisation of one test. Its people are called as in the demo: {@code analyst}, {@code analyst2}, {@code approver},
 * {@code controller}, {@code manager}, {@code admin}; the role is the name without digits. Their login names carry the organisation's
 * id, as login names are unique in the installation.
 */
public final class GivenOrganisation {

    public static final String PASSWORD = "tieout";

    private final OrganisationId id;
    private final Organisations organisations;
    private final CurrentActor currentActor;

    GivenOrganisation(OrganisationId id, Organisations organisations, CurrentActor currentActor) {
        this.id = id;
        this.organisations = organisations;
        this.currentActor = currentActor;
    }

    public OrganisationId id() {
        return id;
    }

    /** The person as an actor. */
    public Actor person(String name) {
        return new Actor(id, id + "-" + name, Set.of(roleOf(name)));
    }

    /** Does something as a person, with no transaction around it. */
    public <T> T as(String name, Supplier<T> work) {
        return currentActor.callAs(person(name), work);
    }

    /** Does something as a person, with no transaction around it. */
    public void as(String name, Runnable work) {
        currentActor.runAs(person(name), work);
    }

    /** Does something as the product itself, as workers do. */
    public <T> T asSystem(Supplier<T> work) {
        return currentActor.callAs(Actor.system(id), work);
    }

    /** Does something as the product itself, as workers do. */
    public void asSystem(Runnable work) {
        currentActor.runAs(Actor.system(id), work);
    }

    /** Lets the person sign in with {@link #PASSWORD}; the answer is the login name. Needed for REST and browser tests only. */
    public String login(String name) {
        var person = person(name);
        organisations.enlist(new Organisations.NewPerson(id, person.name(), name, PASSWORD, person.roles()));
        return person.name();
    }

    private static Role roleOf(String name) {
        return Role.valueOf(name.replaceAll("[0-9]", "").toUpperCase(Locale.ROOT));
    }
}
