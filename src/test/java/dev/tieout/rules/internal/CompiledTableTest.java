package dev.tieout.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kie.api.KieServices;

/** Drools keeps what it compiles in one place for the whole product. */
class CompiledTableTest {

    /** Who has compiled takes the module away: under a shared name that of somebody who is still at it. */
    @Test
    void equal_tables_are_compiled_under_names_of_their_own() {
        var table = CanonicalTables.decisionTable(Schemas.VARIANCE);
        var kie = KieServices.get();

        assertThat(CompiledTable.release(kie, table)).isNotEqualTo(CompiledTable.release(kie, table));
    }
}
