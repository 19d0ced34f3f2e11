package dev.tieout.embedded;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Tells on the console, in one line, why Tieout did not start. A person at a terminal gets nothing from a stack trace;
 * it is in the log for whoever wants it.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class OneLineFailure implements SpringBootExceptionReporter {

    private final @Nullable ConfigurableApplicationContext context;

    OneLineFailure(@Nullable ConfigurableApplicationContext context) {
        this.context = context;
    }

    @Override
    public boolean reportException(Throwable failure) {
        Optional<Throwable> known = causes(failure)
                .filter(EmbeddedServerUnavailable.class::isInstance)
                .findFirst();
        if (known.isPresent()) {
            System.err.println("tieout: " + known.get().getMessage());
            return true;
        }
        logFile()
                .ifPresent(
                        log -> System.err.println("tieout: did not start: " + deepest(failure) + "; the log: " + log));
        // Spring Boot's own reporters go on and write the log.
        return false;
    }

    private Optional<String> logFile() {
        return Optional.ofNullable(context)
                .map(ConfigurableApplicationContext::getEnvironment)
                .filter(environment -> environment.matchesProfiles("local"))
                .map(environment -> environment.getProperty("logging.file.name"));
    }

    private static String deepest(Throwable failure) {
        String message = causes(failure)
                .map(Throwable::getMessage)
                .filter(text -> text != null && !text.isBlank())
                .reduce(failure.getClass().getSimpleName(), (outer, inner) -> inner);
        return message.lines().findFirst().orElse(message);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Throwable::getCause).takeWhile(cause -> cause != null);
    }
}
