package dev.tieout.embedded;

import java.nio.file.Path;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What a person who started Tieout at a terminal reads there; everything else goes to the log. */
@Component
@Profile("local")
final class ConsoleNotice {

    private final Environment environment;

    ConsoleNotice(Environment environment) {
        this.environment = environment;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        System.out.println(text());
    }

    @EventListener
    void stopping(ContextClosedEvent event) {
        System.out.println("stopping...");
    }

    String text() {
        // An address may carry a password behind its question mark.
        String configured =
                environment.getProperty("spring.datasource.url", "unknown").replaceFirst("\\?.*", "");
        String database = environment.getProperty(EmbeddedDefaults.DATABASE_DIRECTORY, configured);
        return """

                Tieout is ready: http://localhost:%s

                  Sign in with password tieout
                    acme       analyst, analyst2        import, override, edit rules
                               approver, approver2      approve classifications and rule versions
                               controller, controller2  variances, publication
                               manager                  reads
                               admin                    users, policy
                    globex     the same names with the prefix globex-
                    operator   runs the installation

                  Data       %s
                  Database   %s
                  Log        %s
                  Stop       Ctrl-C
                """.formatted(
                        environment.getProperty("local.server.port", "8080"),
                        absolute(environment.getProperty("tieout.data", ".tieout")),
                        database,
                        absolute(environment.getProperty("logging.file.name", "tieout.log")));
    }

    private static Path absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }
}
