package dev.tieout.demo.internal;

import dev.tieout.organisation.OrganisationCreated;
import dev.tieout.organisation.OrganisationId;
import dev.tieout.organisation.Organisations;
import dev.tieout.organisation.Organisations.NewPerson;
import dev.tieout.organisation.Role;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The people of a local installation: the same eight in every organisation, and the operator. Their password is no secret. */
@Component
@Profile("local")
class DemoPeople {

    static final OrganisationId ACME = new OrganisationId("acme");
    static final OrganisationId GLOBEX = new OrganisationId("globex");
    static final String OPERATOR = "operator";

    private static final String PASSWORD = "tieout";
    private static final Map<String, Set<Role>> EVERYWHERE = Map.of(
            "analyst", Set.of(Role.ANALYST),
            "analyst2", Set.of(Role.ANALYST),
            "approver", Set.of(Role.APPROVER),
            "approver2", Set.of(Role.APPROVER),
            "controller", Set.of(Role.CONTROLLER),
            "controller2", Set.of(Role.CONTROLLER),
            "manager", Set.of(Role.MANAGER),
            "admin", Set.of(Role.ADMIN));

    private final Organisations organisations;

    DemoPeople(Organisations organisations) {
        this.organisations = organisations;
    }

    /** Staffs every organisation as it is created. {@code acme}'s people have plain names, all others the organisation's as prefix. */
    @EventListener
    void staff(OrganisationCreated created) {
        var organisation = created.organisation();
        var prefix = organisation.equals(ACME) ? "" : organisation + "-";
        EVERYWHERE.forEach((name, roles) ->
                organisations.enlist(new NewPerson(organisation, prefix + name, prefix + name, PASSWORD, roles)));
    }

    void enlistOperator() {
        organisations.enlist(
                new NewPerson(OrganisationId.INSTALLATION, OPERATOR, OPERATOR, PASSWORD, Set.of(Role.OPERATOR)));
    }
}
