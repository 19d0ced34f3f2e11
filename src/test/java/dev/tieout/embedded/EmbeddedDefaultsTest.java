package dev.tieout.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Runs real applications, for it is their shutdown hook that stops the servers. */
class EmbeddedDefaultsTest {

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}

    @Test
    void what_is_configured_is_not_started() {
        try (ConfigurableApplicationContext context = run(
                "--spring.datasource.url=jdbc:postgresql://db.example/tieout",
                "--spring.datasource.username=owner",
                "--spring.datasource.password=secret",
                "--camunda.client.grpc-address=https://engine.example:26500",
                "--tieout.engine.enabled=true",
                "--tieout.data=/nowhere/to/be/written")) {
            Environment environment = context.getEnvironment();
            assertThat(environment.getProperty("spring.datasource.url"))
                    .isEqualTo("jdbc:postgresql://db.example/tieout");
        }
    }

    @Test
    void the_migrations_run_as_the_configured_login_and_not_as_the_role_it_steps_down_to() {
        try (ConfigurableApplicationContext context = run(
                "--spring.datasource.url=jdbc:postgresql://db.example/tieout",
                "--spring.datasource.username=owner",
                "--spring.datasource.password=secret")) {
            Environment environment = context.getEnvironment();
            assertThat(environment.getProperty("spring.flyway.url")).isEqualTo("jdbc:postgresql://db.example/tieout");
            assertThat(environment.getProperty("spring.flyway.user")).isEqualTo("owner");
            assertThat(environment.getProperty("spring.flyway.password")).isEqualTo("secret");
        }
    }

    @Test
    void what_is_not_configured_is_started_once_for_all_contexts() {
        try (ConfigurableApplicationContext one = run();
                ConfigurableApplicationContext other = run()) {
            Environment environment = one.getEnvironment();
            assertThat(environment.getProperty("spring.datasource.username")).isEqualTo("tieout_app");
            assertThat(environment.getProperty("spring.flyway.user")).isEqualTo("tieout_owner");
            assertThat(environment.getProperty("camunda.client.grpc-address")).isNull();
            assertThat(environment.getProperty("spring.datasource.url"))
                    .isEqualTo(other.getEnvironment().getProperty("spring.datasource.url"));
        }
    }

    private static ConfigurableApplicationContext run(String... arguments) {
        return new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .run(arguments);
    }
}
