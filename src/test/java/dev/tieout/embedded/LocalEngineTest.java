package dev.tieout.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.commons.logging.impl.NoOpLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalEngineTest {

    private static final Path DISTRIBUTIONS =
            Path.of(System.getProperty("tieout.engine.directory", ".tieout/engine/8.6.0"));

    @TempDir
    private Path temporary;

    @Test
    void an_engine_left_by_a_killed_application_is_adopted_and_stopped_with_the_next_one() throws Exception {
        long abandoned = KilledApplication.after("engine", temporary.toString(), DISTRIBUTIONS.toString());
        assertThat(ProcessHandle.of(abandoned)).isPresent();

        try (LocalEngine next = onTemporary()) {
            next.start(StartMode.CONTINUE);

            assertThat(next.pid()).isEqualTo(abandoned);
        }
        assertThat(ProcessHandle.of(abandoned).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void an_engine_that_ends_by_itself_is_started_again_on_the_same_ports() {
        try (LocalEngine engine = onTemporary()) {
            engine.start(StartMode.CONTINUE);
            EnginePorts ports = engine.ports();
            long killed = engine.pid();

            ProcessHandle.of(killed).orElseThrow().destroyForcibly();

            await().atMost(Duration.ofMinutes(2)).until(() -> engine.pid() != killed && answers(ports));
            assertThat(engine.ports()).isEqualTo(ports);
        }
        assertThat(EngineProcess.startedWith("-Dapp.home=" + temporary.resolve("camunda")))
                .isEmpty();
    }

    @Test
    void a_directory_in_use_is_refused() {
        try (LocalEngine holder = onTemporary()) {
            assertThat(holder).isNotNull();
            assertThatThrownBy(this::onTemporary)
                    .isInstanceOf(EmbeddedServerUnavailable.class)
                    .hasMessageContaining("in use by process");
        }
    }

    @Test
    void an_engine_closed_before_its_start_never_starts() {
        LocalEngine engine = onTemporary();
        engine.close();

        assertThatThrownBy(() -> engine.start(StartMode.CONTINUE)).hasMessageContaining("Tieout is stopping");
    }

    @Test
    void a_missing_distribution_is_told_with_what_to_do() {
        assertThatThrownBy(() -> EngineDistribution.in(temporary))
                .isInstanceOf(EmbeddedServerUnavailable.class)
                .hasMessageContaining("no Camunda engine in")
                .hasMessageContaining("tieout.engine.directory");
    }

    private static boolean answers(EnginePorts ports) throws InterruptedException {
        return new EngineProcess(ProcessHandle.current(), ports).isReadyWithin(Duration.ofMillis(200));
    }

    private LocalEngine onTemporary() {
        return LocalEngine.on(temporary, EngineDistribution.in(DISTRIBUTIONS), new NoOpLog());
    }
}
