package dev.tieout.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Drools keeps what it compiles in one place for the whole product: equal tables must not get into each other's way there. */
class CompiledTableTest {

    private static final DecisionTable TABLE = CanonicalTables.decisionTable(Schemas.VARIANCE);
    private static final int AT_ONCE = 3;

    @Test
    void the_same_table_is_compiled_several_times_at_once() throws Exception {
        var begin = new CyclicBarrier(AT_ONCE);
        Callable<CompiledTable> compiling = () -> {
            begin.await();
            return CompiledTable.of(TABLE);
        };
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var compiled : threads.invokeAll(Collections.nCopies(AT_ONCE, compiling))) {
                assertThat(compiled.get()).isNotNull();
            }
        }
    }
}
