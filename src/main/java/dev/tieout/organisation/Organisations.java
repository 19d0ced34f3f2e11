package dev.tieout.organisation;

import java.util.List;
import java.util.Set;

/** The organisations of this installation and the people in them. */
public interface Organisations {

    /**
     * Creates an organisation with its first policy and tables. Only the operator may.
     *
     * @throws Taken when the id is in use
     */
    Organisation create(OrganisationId id, String name);

    /** Every organisation's id and name: the register holds nothing else. */
    List<Organisation> all();

    /** Adds a person to an organisation, unless the login name exists. */
    void enlist(NewPerson person);

    /** The roles of an active person of the current organisation; empty when it has nobody of that name. */
    Set<Role> rolesOf(String person);

    /** An organisation as the register knows it. */
    record Organisation(OrganisationId id, String name) {}

    /**
     * A person to add.
     *
     * @param organisation {@link OrganisationId#INSTALLATION} for an operator
     * @param password in clear; only its bcrypt hash is kept
     */
    record NewPerson(OrganisationId organisation, String name, String displayName, String password, Set<Role> roles) {}

    /** The id is in use or reserved. */
    final class Taken extends dev.tieout.terms.Refusal {
        public Taken(OrganisationId id) {
            super(Kind.CONFLICT, "organisation-exists", "There is an organisation “" + id + "” already.");
        }
    }
}
