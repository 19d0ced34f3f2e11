package dev.tieout.sources.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.sources.SourceKind;
import org.junit.jupiter.api.Test;

class RisingKeysTest {

    private static final String HEADER = "account_id,subscription_id,product,period,mrr,currency,status\n";

    @Test
    void a_file_in_the_order_of_its_lines_has_none_twice() {
        assertThat(rising("A1,S1,P1", "A1,S1,P2", "A1,S2,P1", "A2,S1,P1")).isTrue();
    }

    @Test
    void a_line_that_comes_again_or_out_of_order_has_to_be_looked_for() {
        assertThat(rising("A1,S1,P1", "A1,S1,P1")).isFalse();
        assertThat(rising("A2,S1,P1", "A1,S9,P9", "A3,S1,P1")).isFalse();
        assertThat(rising("A1,S2,P1", "A1,S1,P2")).isFalse();
    }

    @Test
    void a_refused_row_is_not_stored_and_so_repeats_nothing() {
        var file = ReadFile.of(
                SourceKind.BILLING,
                "generic-snapshot",
                HEADER + "A1,S,P,2026-10,1,USD,active\nA1,S,P,2026-10,much,USD,active\nA2,S,P,2026-10,1,USD,active\n");
        assertThat(file.measure().rising()).isTrue();
    }

    private static boolean rising(String... lines) {
        var text = new StringBuilder(HEADER);
        for (var line : lines) {
            text.append(line).append(",2026-10,1,USD,active\n");
        }
        return ReadFile.of(SourceKind.BILLING, "generic-snapshot", text.toString())
                .measure()
                .rising();
    }
}
