package dev.tieout.organisation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;

class ApiSecurityTest {

    @Test
    void a_wrong_password_is_asked_for_again() throws IOException {
        var answer = answer(new BadCredentialsException("wrong"));
        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(answer.getHeader(HttpHeaders.WWW_AUTHENTICATE)).startsWith("Basic");
    }

    @Test
    void a_password_that_nobody_could_look_up_is_not_called_wrong() throws IOException {
        var answer = answer(new InternalAuthenticationServiceException("no connection"));
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getContentAsString())
                .contains("urn:tieout:problem:unavailable")
                .doesNotContain("no connection");
    }

    private static MockHttpServletResponse answer(AuthenticationException refused) throws IOException {
        var response = new MockHttpServletResponse();
        ApiSecurity.askToSignIn(new MockHttpServletRequest(), response, refused);
        return response;
    }
}
