package dev.tieout.backtest.internal;

import static dev.tieout.terms.AccountStatus.ACTIVE;
import static dev.tieout.terms.AccountStatus.PAUSED;
import static dev.tieout.terms.AccountStatus.TRIAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.backtest.StatusWord.Told;
import dev.tieout.backtest.internal.ChangedWords.Word;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What another crosswalk makes of words, when lines keep their meanings only. */
class ChangedWordsTest {

    @Test
    void the_same_words_change_nothing() {
        var words = ChangedWords.between(Map.of("active", ACTIVE), Map.of("active", ACTIVE));

        assertThat(words.meanings()).isEmpty();
        assertThat(words.words()).isEmpty();
    }

    @Test
    void a_meaning_whose_words_all_go_the_same_way_is_known_line_by_line() {
        var words = ChangedWords.between(
                Map.of("paused", PAUSED, "on_hold", PAUSED), Map.of("paused", ACTIVE, "on_hold", ACTIVE));

        assertThat(words.meanings()).isEqualTo(Map.of(PAUSED, ACTIVE));
        assertThat(words.words()).containsExactly(new Word("on_hold, paused", PAUSED, ACTIVE, Told.EXACT));
    }

    @Test
    void words_of_one_meaning_that_part_are_told_and_nothing_is_decided_by_them() {
        var words =
                ChangedWords.between(Map.of("active", ACTIVE, "live", ACTIVE), Map.of("active", ACTIVE, "live", TRIAL));

        assertThat(words.meanings()).isEmpty();
        assertThat(words.words()).containsExactly(new Word("live", ACTIVE, TRIAL, Told.AT_MOST));
    }

    @Test
    void a_word_that_is_not_known_any_more_would_be_rejected_and_a_new_one_taken_in() {
        var words = ChangedWords.between(Map.of("live", ACTIVE), Map.of("frozen", PAUSED));

        assertThat(words.meanings()).isEmpty();
        assertThat(words.words())
                .containsExactly(
                        new Word("live", ACTIVE, null, Told.REJECTED), new Word("frozen", null, PAUSED, Told.TAKEN_IN));
    }
}
