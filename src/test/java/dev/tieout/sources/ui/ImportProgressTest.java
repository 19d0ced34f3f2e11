package dev.tieout.sources.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.tieout.sources.ImportsUnderWay;
import dev.tieout.sources.SourceKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How far an import is, and that it can be stopped. */
class ImportProgressTest {

    private final UnderWay imports = new UnderWay();
    private String id = "";
    private final ImportProgress progress = new ImportProgress(imports, () -> id);

    @Test
    void it_says_sending_before_anything_is_known() {
        progress.begin();
        progress.look();

        assertThat(said()).contains("Sending");
        assertThat(bar().isIndeterminate()).isTrue();
    }

    @Test
    void bytes_received_and_rows_read_move_the_bar() {
        begun();
        imports.at(ImportsUnderWay.Phase.RECEIVING, 250, 1_000L, 0);
        progress.look();
        assertThat(said()).contains("Sending 25 %");
        assertThat(bar().getValue()).isEqualTo(0.25);

        imports.at(ImportsUnderWay.Phase.READING, 500, 1_000L, 48_000);
        progress.look();
        assertThat(said()).contains("Reading 50 %, 48,000 rows");
    }

    @Test
    void storing_has_no_share_and_says_the_rows() {
        begun();
        imports.at(ImportsUnderWay.Phase.STORING, 1_000, 1_000L, 1);
        progress.look();

        assertThat(said()).contains("Storing 1 row");
        assertThat(bar().isIndeterminate()).isTrue();
    }

    @Test
    void cancelling_is_asked_once_and_says_so() {
        begun();
        imports.at(ImportsUnderWay.Phase.READING, 500, 1_000L, 10);
        progress.look();
        cancel().click();

        assertThat(imports.cancelled).containsExactly("i-1");
        assertThat(said()).contains("Cancelling");
        assertThat(cancel().isEnabled()).isFalse();
    }

    @Test
    void what_has_ended_cannot_be_cancelled() {
        begun();
        imports.at(ImportsUnderWay.Phase.DONE, 1_000, 1_000L, 1);
        progress.look();

        assertThat(said()).contains("Done, 1 row");
        assertThat(cancel().isEnabled()).isFalse();
    }

    private void begun() {
        progress.begin();
        id = "i-1";
    }

    private String said() {
        return progress.getElement().getTextRecursively();
    }

    private ProgressBar bar() {
        return within(progress)
                .filter(ProgressBar.class::isInstance)
                .map(ProgressBar.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private Button cancel() {
        return within(progress)
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Component> within(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(ImportProgressTest::within));
    }

    /** One import, wherever it is put. */
    private static final class UnderWay implements ImportsUnderWay {

        private final List<String> cancelled = new ArrayList<>();
        private @Nullable Progress present;

        void at(Phase phase, long bytes, @Nullable Long ofBytes, long rows) {
            present = new Progress(
                    "i-1",
                    "2026-10",
                    SourceKind.BILLING,
                    "billing.csv",
                    "ann",
                    Instant.EPOCH,
                    phase,
                    bytes,
                    ofBytes,
                    rows,
                    null);
        }

        @Override
        public List<Progress> all() {
            return present == null ? List.of() : List.of(present);
        }

        @Override
        public Progress of(String id) {
            if (present == null) {
                throw new NoSuchImport(id);
            }
            return present;
        }

        @Override
        public Progress cancel(String id) {
            cancelled.add(id);
            return of(id);
        }
    }
}
