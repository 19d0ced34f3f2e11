package dev.tieout.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class ConsoleNoticeTest {

    @Test
    void it_shows_no_password_of_another_database() {
        MockEnvironment environment = new MockEnvironment()
                .withProperty("spring.datasource.url", "jdbc:postgresql://db.example/tieout?password=secret");

        assertThat(new ConsoleNotice(environment).text())
                .contains("jdbc:postgresql://db.example/tieout")
                .doesNotContain("secret");
    }

    @Test
    void it_tells_the_address_the_users_and_where_things_are() {
        MockEnvironment environment = new MockEnvironment()
                .withProperty("local.server.port", "9090")
                .withProperty("tieout.data", "/srv/tieout")
                .withProperty(EmbeddedDefaults.DATABASE_DIRECTORY, "/var/lib/tieout/1")
                .withProperty("logging.file.name", "/srv/tieout/logs/tieout.log");

        assertThat(new ConsoleNotice(environment).text())
                .contains("http://localhost:9090", "analyst", "operator", "password tieout")
                .contains("/srv/tieout\n", "/var/lib/tieout/1", "/srv/tieout/logs/tieout.log");
    }
}
