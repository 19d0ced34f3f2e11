package dev.tieout.web.ui;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/** The chain for people in a browser: a session, a login form, Vaadin's own request forgery guard. It takes what the API's chain leaves. */
@Configuration
class UiSecurity {

    private static final String[] STATIC = {
        "/favicon.svg", "/favicon.ico", "/tieout.css", "/elements/**", "/aura/**", "/webjars/**", "/_static/**"
    };

    /** An unknown address is nobody's secret: who is signed in sees the page that says so, instead of a bare 403. */
    @Bean
    @Order(2)
    SecurityFilterChain uiChain(HttpSecurity http) throws Exception {
        http.authorizeHttpRequests(requests -> requests.requestMatchers(STATIC)
                .permitAll()
                .requestMatchers("/actuator/health/**")
                .permitAll());
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                ui -> ui.loginView(LoginView.class)
                        .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated));
        return http.build();
    }
}
