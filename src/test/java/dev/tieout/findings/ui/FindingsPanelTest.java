package dev.tieout.findings.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import dev.tieout.findings.Finding;
import dev.tieout.findings.Finding.Figure;
import dev.tieout.findings.Finding.Kind;
import dev.tieout.findings.FollowUp;
import dev.tieout.publication.LargestAccounts.Share;
import dev.tieout.terms.Ratio;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What stands out in a version, on its report. */
class FindingsPanelTest {

    private final List<Finding> asked = new ArrayList<>();

    @Test
    void a_version_in_which_nothing_stands_out_says_so() {
        assertThat(said(new FindingsPanel(List.of(), List.of(), true, asked::add)))
                .startsWith("Nothing stands out against the period before");
    }

    @Test
    void figures_of_both_periods_stand_beside_the_sentence_with_the_accounts_behind() {
        var panel = new FindingsPanel(List.of(fallen()), List.of(), false, asked::add);

        assertThat(said(panel))
                .contains("NRR rises while GRR falls", "Period before", "This version", "100.00 %", "104.76 %")
                .contains("Gone Ltd", "90.00");
        assertThat(buttons(panel)).isEmpty();
    }

    @Test
    void a_ratio_is_rounded_once() {
        // 0.9875499999 is 98.75 %; by way of six decimals, 0.987550, it would read 98.76 %.
        var almost = new Ratio(new BigDecimal("9875499999"), new BigDecimal("10000000000"));
        var finding = finding(Kind.NRR_STALLED, List.of(new Figure.Proportion("NRR", almost, almost)));

        assertThat(said(new FindingsPanel(List.of(finding), List.of(), false, asked::add)))
                .contains("98.75 %")
                .doesNotContain("98.76 %");
    }

    @Test
    void who_may_follows_a_finding_up() {
        var panel = new FindingsPanel(List.of(fallen()), List.of(), true, asked::add);
        buttons(panel).getFirst().click();

        assertThat(asked).extracting(Finding::kind).containsExactly(Kind.NRR_UP_WHILE_GRR_FALLS);
    }

    @Test
    void one_that_is_followed_up_names_who_and_until_when_and_is_not_offered_again() {
        var panel = new FindingsPanel(List.of(fallen()), List.of(followedBy("ann")), true, asked::add);

        assertThat(said(panel)).contains("Followed up by ann until 31 Jan 2027.");
        assertThat(buttons(panel)).isEmpty();
    }

    private static Finding fallen() {
        return finding(
                Kind.NRR_UP_WHILE_GRR_FALLS,
                List.of(
                        new Figure.Proportion("NRR", ratio("2100", "2100"), ratio("2200", "2100")),
                        new Figure.Amount("Churn", BigDecimal.ZERO, new BigDecimal("90"))));
    }

    private static Finding finding(Kind kind, List<Figure> figures) {
        var gone = new Share("g1", "Gone Ltd", new BigDecimal("90"));
        return new Finding(kind, "Fewer customers carry more of the growth.", "USD", figures, List.of(gone));
    }

    private static FollowUp followedBy(String owner) {
        return new FollowUp(
                7L,
                "acme",
                1,
                "2026-10",
                1,
                Kind.NRR_UP_WHILE_GRR_FALLS,
                "It did.",
                "",
                owner,
                LocalDate.of(2027, 1, 31),
                FollowUp.State.OPEN,
                "bob",
                Instant.EPOCH,
                null,
                null,
                null);
    }

    private static Ratio ratio(String numerator, String denominator) {
        return new Ratio(new BigDecimal(numerator), new BigDecimal(denominator));
    }

    private static String said(Component panel) {
        return panel.getElement().getTextRecursively();
    }

    private static List<Button> buttons(Component panel) {
        return within(panel)
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .toList();
    }

    private static Stream<Component> within(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(FindingsPanelTest::within));
    }
}
