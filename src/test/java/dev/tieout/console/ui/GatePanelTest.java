package dev.tieout.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import dev.tieout.publication.Gate;
import dev.tieout.publication.Gate.Check;
import dev.tieout.publication.Gate.Place;
import dev.tieout.publication.Gate.State;
import dev.tieout.publication.Gate.Topic;
import dev.tieout.reconciliation.OpenVariance;
import dev.tieout.terms.Ratio;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The publish gate on screen: what could go out now, and for each check that does not pass the way to it. */
class GatePanelTest {

    private static final OpenVariance NOTHING_OPEN = open(0, "0", null, null);

    @Test
    void a_clear_gate_says_so_and_leads_nowhere() {
        var panel = panel(NOTHING_OPEN, check(Topic.COHORT, State.PASSED, Place.PROCESS));

        assertThat(said(panel)).contains("Every check passes", "Passed");
        assertThat(links(panel)).isEmpty();
    }

    @Test
    void a_check_that_does_not_pass_leads_to_where_a_person_sees_to_it() {
        var panel = panel(
                open(2, "12.5", "0.9", "1.1"),
                check(Topic.COHORT, State.PASSED, Place.PROCESS),
                check(Topic.TIE_OUT, State.OPEN, Place.TIE_OUT),
                check(Topic.CROSSWALK, State.OPEN, Place.RULES),
                check(Topic.PUBLICATION_SIGN_OFF, State.NOT_YET, Place.TASKS));

        assertThat(said(panel))
                .contains(
                        "3 checks do not pass yet. A report published now is provisional.",
                        "2 open variances of 12.50 USD together could move NRR to between 90.00 % and 110.00 %",
                        "Not yet");
        assertThat(links(panel))
                .extracting(Anchor::getHref)
                .containsExactly("closes/2026-10?part=tie-out", "rules", "");
    }

    @Test
    void without_a_frozen_cohort_nothing_can_be_published() {
        var panel = panel(NOTHING_OPEN, check(Topic.COHORT, State.NOT_YET, Place.PROCESS));

        assertThat(said(panel)).contains("1 check does not pass yet. Nothing can be published yet.");
    }

    private static GatePanel panel(OpenVariance open, Check... checks) {
        return new GatePanel(new Gate("2026-10", 1, "USD", List.of(checks), open));
    }

    private static Check check(Topic topic, State state, Place place) {
        return new Check(topic, topic.name(), state, "What was found.", place);
    }

    private static OpenVariance open(long count, String amount, @Nullable String low, @Nullable String high) {
        return new OpenVariance(count, new BigDecimal(amount), ratio(low), ratio(high), ratio(low), ratio(high));
    }

    private static @Nullable Ratio ratio(@Nullable String decimal) {
        return decimal == null ? null : new Ratio(new BigDecimal(decimal), BigDecimal.ONE);
    }

    private static String said(Component panel) {
        return panel.getElement().getTextRecursively();
    }

    private static List<Anchor> links(Component panel) {
        return within(panel)
                .filter(Anchor.class::isInstance)
                .map(Anchor.class::cast)
                .toList();
    }

    private static Stream<Component> within(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(GatePanelTest::within));
    }
}
