package dev.tieout.organisation.internal;

import dev.tieout.organisation.Actor;
import dev.tieout.organisation.OrganisationId;
import dev.tieout.organisation.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Finds the person behind a login name, before any organisation is known. */
@Component
class SignIn implements UserDetailsService {

    /** One login by its exact name, through the only door past row-level security. */
    private static final String FIND =
            "select name, organisation, display_name, password_hash, roles, active from find_login(?)";

    private final JdbcClient jdbc;

    SignIn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        return jdbc.sql(FIND)
                .param(name)
                .query(SignIn::person)
                .optional()
                .orElseThrow(() -> new UsernameNotFoundException("no such person"));
    }

    private static UserDetails person(ResultSet row, int number) throws SQLException {
        var organisation = row.getString("organisation");
        var roles = Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .collect(Collectors.toSet());
        var actor = new Actor(
                organisation == null ? OrganisationId.INSTALLATION : new OrganisationId(organisation),
                row.getString("name"),
                roles);
        return new SignedIn(
                actor, row.getString("display_name"), row.getString("password_hash"), row.getBoolean("active"));
    }
}
