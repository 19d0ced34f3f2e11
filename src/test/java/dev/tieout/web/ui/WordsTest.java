package dev.tieout.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Period;
import dev.tieout.terms.Reason;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void constants_read_as_words() {
        assertThat(Words.of(MovementClass.UNCLASSIFIED)).isEqualTo("Unclassified");
        assertThat(Words.of(Reason.PRICE_UPLIFT)).isEqualTo("Price uplift");
        assertThat(Words.of(Reason.CROSS_SELL)).isEqualTo("Cross-sell");
        assertThat(Words.within(Reason.CANCELLED)).isEqualTo("cancelled");
    }

    @Test
    void periods_read_as_a_person_says_them() {
        assertThat(Words.of(Period.parse("2026-10"))).isEqualTo("October 2026");
        assertThat(Words.of(Period.parse("2026-Q4"))).isEqualTo("Q4 2026");
        assertThat(Words.of(Period.parse("2026"))).isEqualTo("2026");
    }

    @Test
    void attributes_read_as_labels() {
        assertThat(Words.label("start_year")).isEqualTo("Start year");
        assertThat(Words.label("csm")).isEqualTo("CSM");
    }

    @Test
    void one_is_not_many() {
        assertThat(Words.counted(1, "movement", "movements")).isEqualTo("1 movement");
        assertThat(Words.counted(1_200, "movement", "movements")).isEqualTo("1,200 movements");
    }
}
