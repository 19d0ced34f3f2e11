package dev.tieout.organisation.internal;

import dev.tieout.organisation.Actor;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.OrganisationCreated;
import dev.tieout.organisation.OrganisationId;
import dev.tieout.organisation.Organisations;
import dev.tieout.organisation.Role;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class RegisteredOrganisations implements Organisations {

    /** Takes the id, or nothing when it is in use. */
    private static final String REGISTER =
            "insert into organisation (id, name, created_at, created_by) values (?, ?, ?, ?) on conflict (id) do nothing";

    /** Switches the running transaction to an organisation. */
    private static final String SERVE = "select set_config('tieout.organisation', ?, true)";

    /** Adds a person of any organisation, or nothing when the name is in use. */
    private static final String ENLIST = "select 1 from enlist_person(?, ?, ?, ?, ?, ?)";

    /** Row-level security lets nobody see another organisation's people. */
    private static final String ROLES = "select unnest(roles) from person where name = ? and active";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RegisteredOrganisations(
            JdbcClient jdbc,
            CurrentActor currentActor,
            PasswordEncoder passwords,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.passwords = passwords;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Organisation create(OrganisationId id, String name) {
        var creator = currentActor.require(Role.OPERATOR);
        int taken = id.equals(OrganisationId.INSTALLATION)
                ? 0
                : jdbc.sql(REGISTER)
                        .params(id.value(), name, Timestamp.from(clock.instant()), creator.name())
                        .update();
        if (taken == 0) {
            throw new Taken(id);
        }
        serve(id);
        currentActor.runAs(Actor.system(id), () -> events.publishEvent(new OrganisationCreated(id)));
        serve(creator.organisation());
        return new Organisation(id, name);
    }

    private void serve(OrganisationId id) {
        jdbc.sql(SERVE).param(id.value()).query(String.class).single();
    }

    @Override
    public List<Organisation> all() {
        return jdbc.sql("select id, name from organisation order by id")
                .query((row, number) ->
                        new Organisation(new OrganisationId(row.getString("id")), row.getString("name")))
                .list();
    }

    @Override
    @Transactional
    public void enlist(NewPerson person) {
        boolean operator = person.organisation().equals(OrganisationId.INSTALLATION);
        jdbc.sql(ENLIST)
                .param(person.name())
                .param(operator ? null : person.organisation().value())
                .param(person.displayName())
                .param(passwords.encode(person.password()))
                .param(person.roles().stream().map(Enum::name).toArray(String[]::new))
                .param(Timestamp.from(clock.instant()))
                .query(Integer.class)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Set<Role> rolesOf(String person) {
        return jdbc.sql(ROLES).param(person).query(String.class).list().stream()
                .map(Role::valueOf)
                .collect(Collectors.toSet());
    }
}
