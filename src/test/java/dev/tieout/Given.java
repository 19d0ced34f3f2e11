package dev.tieout;

import dev.tieout.organisation.Actor;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.OrganisationId;
import dev.tieout.organisation.Organisations;
import dev.tieout.organisation.Role;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** What a test begins with: organisations of its own, and people to act in them. */
@TestComponent
public class Given {

    private final Organisations organisations;
    private final CurrentActor currentActor;

    Given(Organisations organisations, CurrentActor currentActor) {
        this.organisations = organisations;
        this.currentActor = currentActor;
    }

    /** A new organisation that nobody else uses, with its default policy and tables. */
    public GivenOrganisation organisation() {
        var id = new OrganisationId("org-" + UUID.randomUUID().toString().substring(0, 13));
        var operator = new Actor(OrganisationId.INSTALLATION, "operator", Set.of(Role.OPERATOR));
        currentActor.callAs(operator, () -> organisations.create(id, "Organisation " + id));
        return new GivenOrganisation(id, organisations, currentActor);
    }
}
