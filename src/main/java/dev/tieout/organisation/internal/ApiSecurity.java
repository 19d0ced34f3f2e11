package dev.tieout.organisation.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** The security of the REST API. The web UI's own chain stands with its views. */
@Configuration
class ApiSecurity {

    private static final String API = "/api/";

    /** Stateless HTTP Basic: scripts carry their credentials, so there is no session to forge a request on. */
    @Bean
    @Order(1)
    SecurityFilterChain apiChain(HttpSecurity http) throws Exception {
        return http.securityMatcher("/api/**", "/v3/api-docs/**", "/swagger-ui/**", "/swagger-ui.html")
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(ApiSecurity::askToSignIn))
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** Answered here and not by an error page: that one belongs to the web UI, which would send a script to its login form. */
    static void askToSignIn(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        if (refused instanceof InternalAuthenticationServiceException) {
            // Nobody could look; a script that is told 401 would give up.
            ApiProblem.write(
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "unavailable",
                    "Who you are could not be looked up just now. Ask again in a moment.");
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Tieout\", charset=\"UTF-8\"");
        ApiProblem.write(
                response,
                HttpStatus.UNAUTHORIZED,
                "not-signed-in",
                "This needs a user name and its password, by HTTP Basic.");
    }

    /** An account's id is whatever billing calls it, so an address of the API may hold a slash, a percent sign or a semicolon. */
    @Bean
    HttpFirewall firewall() {
        var strict = new StrictHttpFirewall();
        var api = new StrictHttpFirewall();
        api.setAllowUrlEncodedSlash(true);
        api.setAllowUrlEncodedPercent(true);
        api.setAllowBackSlash(true);
        api.setAllowSemicolon(true);
        return new HttpFirewall() {
            @Override
            public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
                return (isApi(request) ? api : strict).getFirewalledRequest(request);
            }

            @Override
            public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
                return strict.getFirewalledResponse(response);
            }
        };
    }

    /** Tomcat refuses an encoded slash before anyone else sees it. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> slashesWithinIds() {
        return tomcat -> tomcat.addConnectorCustomizers(connector -> {
            connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
            connector.setEncodedReverseSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
        });
    }

    @Bean
    RequestRejectedHandler rejectedAddresses() {
        var plain = new HttpStatusRequestRejectedHandler();
        return (request, response, rejected) -> {
            if (isApi(request)) {
                ApiProblem.write(
                        response,
                        HttpStatus.BAD_REQUEST,
                        "malformed-address",
                        "The address holds characters that no address of this API has.");
            } else {
                plain.handle(request, response, rejected);
            }
        };
    }

    private static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + API);
    }
}
