package dev.tieout;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;

/** A person in front of the web UI, in process. */
@TestComponent
public class OnScreen {

    private final UserDetailsService people;

    OnScreen(UserDetailsService people) {
        this.people = people;
    }

    /** Signs the person in; what the views do from here on, they do as that person. */
    public void signIn(GivenOrganisation organisation, String name) {
        var person = people.loadUserByUsername(organisation.login(name));
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        person, person.getPassword(), person.getAuthorities()));
    }

    public void signOut() {
        SecurityContextHolder.clearContext();
    }
}
