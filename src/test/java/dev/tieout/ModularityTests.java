package dev.tieout;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Modules enter each other by their root packages only, without cycles. */
class ModularityTests {

    @Test
    void modules_keep_to_their_bounds() {
        ApplicationModules.of(TieoutApplication.class).verify();
    }
}
