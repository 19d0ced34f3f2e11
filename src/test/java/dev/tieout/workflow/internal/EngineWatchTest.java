package dev.tieout.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What pages are told of an engine that is away. */
class EngineWatchTest {

    private final Away engine = new Away();
    private final EngineWatch watch = new EngineWatch(engine);

    @Test
    void an_engine_that_answers_is_not_worth_a_word() {
        watch.look();

        assertThat(watch.sentence()).isEmpty();
    }

    @Test
    void a_single_miss_is_not_told_and_the_second_is() {
        engine.away = true;
        watch.look();
        assertThat(watch.sentence()).isEmpty();

        watch.look();
        assertThat(watch.sentence())
                .hasValueSatisfying(said -> assertThat(said)
                        .startsWith("The process engine does not answer.")
                        .contains("go on by themselves"));
    }

    @Test
    void once_it_is_back_nothing_is_said_any_more() {
        engine.away = true;
        watch.look();
        watch.look();
        engine.away = false;
        watch.look();

        assertThat(watch.sentence()).isEmpty();
    }

    /** An engine that can be taken away; it is asked for nothing but its version. */
    private static final class Away implements Engine {

        private boolean away;

        @Override
        public String version() {
            if (away) {
                throw new Unavailable(new IllegalStateException("no connection"));
            }
            return "8.6.0";
        }

        @Override
        public void deploy(String xml, String fileName) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void start(String message, String correlationKey, String messageId, Map<String, Object> variables) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean complete(long jobKey, Map<String, Object> variables) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean raise(long jobKey, String errorCode, String sentence) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean retry(long jobKey, int retries, Duration after, String sentence) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean renew(long jobKey, Duration lease) {
            throw new UnsupportedOperationException();
        }
    }
}
