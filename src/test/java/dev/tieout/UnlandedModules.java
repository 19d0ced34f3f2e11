package dev.tieout;

import dev.tieout.publication.Publications;
import dev.tieout.reconciliation.Reconciliation;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;

/** Lets the application start in tests while modules are still to land; a landed module's own service is preferred. */
@TestConfiguration
class UnlandedModules {

    @Bean
    @Fallback
    Reconciliation unlandedReconciliation() {
        return unlanded(Reconciliation.class);
    }

    @Bean
    @Fallback
    Publications unlandedPublications() {
        return unlanded(Publications.class);
    }

    private static <T> T unlanded(Class<T> service) {
        return service.cast(Proxy.newProxyInstance(
                service.getClassLoader(), new Class<?>[] {service}, (proxy, method, arguments) -> answer(method)));
    }

    private static Object answer(Method method) {
        return switch (method.getName()) {
            case "toString" -> "not landed";
            case "hashCode" -> 0;
            case "equals" -> false;
            default -> throw new UnsupportedOperationException(method + " has not landed");
        };
    }
}
