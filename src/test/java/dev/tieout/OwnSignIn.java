package dev.tieout;

import org.springframework.core.Ordered;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Lets a test class ask its own application who is signed in. Several applications live in the test run, and the static holder is that of
 * the one started last; without this, whether a test passes hangs on the order of the classes.
 */
final class OwnSignIn implements TestExecutionListener, Ordered {

    @Override
    public void beforeTestClass(TestContext test) {
        own(test);
    }

    /** Again, for another application may have started between the class and its first method. */
    @Override
    public void prepareTestInstance(TestContext test) {
        own(test);
    }

    private static void own(TestContext test) {
        test.getApplicationContext()
                .getBeanProvider(SecurityContextHolderStrategy.class)
                .ifAvailable(SecurityContextHolder::setContextHolderStrategy);
    }

    /** After the application is there, before anything signs in. */
    @Override
    public int getOrder() {
        return 1_900;
    }
}
