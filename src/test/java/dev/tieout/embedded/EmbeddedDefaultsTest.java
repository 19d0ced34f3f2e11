package dev.tieout.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class EmbeddedDefaultsTest {

    @Test
    void what_is_configured_is_not_started() {
        StandardEnvironment environment = with(Map.of(
                "spring.datasource.url", "jdbc:postgresql://db.example/tieout",
                "camunda.client.grpc-address", "https://engine.example:26500",
                "tieout.data", "/nowhere"));

        assertThat(environment.getProperty("spring.flyway.url")).isNull();
        assertThat(environment.getProperty("spring.datasource.url")).isEqualTo("jdbc:postgresql://db.example/tieout");
    }

    @Test
    void what_is_not_configured_is_started_once_for_all_contexts() {
        Map<String, Object> likeAnyTest = Map.of(
                "tieout.data", "target/tieout-test", "tieout.embedded.fresh", "true", "tieout.engine.enabled", "false");

        StandardEnvironment one = with(likeAnyTest);
        StandardEnvironment other = with(likeAnyTest);

        assertThat(one.getProperty("spring.datasource.username")).isEqualTo("tieout_app");
        assertThat(one.getProperty("spring.flyway.user")).isEqualTo("tieout_owner");
        assertThat(one.getProperty("camunda.client.grpc-address")).isNull();
        assertThat(one.getProperty("spring.datasource.url")).isEqualTo(other.getProperty("spring.datasource.url"));
    }

    private static StandardEnvironment with(Map<String, Object> properties) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        new EmbeddedDefaults(Supplier::get).postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
