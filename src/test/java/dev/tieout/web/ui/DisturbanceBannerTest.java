package dev.tieout.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.web.Disturbance;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What stands above a page while something is away. */
class DisturbanceBannerTest {

    private final DisturbanceBanner banner = new DisturbanceBanner();

    @Test
    void nothing_stands_there_while_all_is_well() {
        banner.show(Stream.of(Optional::empty));

        assertThat(banner.isVisible()).isFalse();
    }

    @Test
    void what_is_wrong_is_told_and_goes_when_it_is_over() {
        Disturbance away = () -> Optional.of("The engine is away.");
        banner.show(Stream.of(away, Optional::empty));
        assertThat(banner.isVisible()).isTrue();
        assertThat(banner.getElement().getTextRecursively()).isEqualTo("The engine is away.");

        banner.show(Stream.of(Optional::empty));
        assertThat(banner.isVisible()).isFalse();
        assertThat(banner.getElement().getTextRecursively()).isEmpty();
    }
}
