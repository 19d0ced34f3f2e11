package dev.tieout.console.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tieout.closing.Closes;
import dev.tieout.console.CloseOverview;
import dev.tieout.console.CloseOverviews;
import dev.tieout.metrics.Bridge;
import dev.tieout.metrics.Metrics;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.policy.Policies;
import dev.tieout.publication.ui.PublicationWords;
import dev.tieout.terms.Period;
import dev.tieout.terms.PeriodLength;
import dev.tieout.terms.Ratio;
import dev.tieout.web.ui.DataTable;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Notices;
import dev.tieout.web.ui.PageHeading;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.Words;
import jakarta.annotation.security.PermitAll;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Every close of the organisation with its state and numbers, and the way to open the next. */
@Route("closes")
@PageTitle("Closes – Tieout")
@Menu(title = "Closes", order = 2)
@PermitAll
class ClosesView extends Main {

    private final Closes closes;
    private final CloseOverviews overviews;
    private final Metrics metrics;
    private final Policies policies;
    private final CurrentActor currentActor;
    private final Format format;

    ClosesView(
            Closes closes,
            CloseOverviews overviews,
            Metrics metrics,
            Policies policies,
            CurrentActor currentActor,
            Format format) {
        this.closes = closes;
        this.overviews = overviews;
        this.metrics = metrics;
        this.policies = policies;
        this.currentActor = currentActor;
        this.format = format;
        addClassName("page");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var all = overviews.all();
        var heading = new PageHeading("Closes").saying("One for each period, newest first.");
        var actor = currentActor.get();
        if (actor.has(Role.ANALYST) || actor.has(Role.CONTROLLER)) {
            heading.offering(opening(all));
        }
        removeAll();
        add(heading, Panel.plain(all.isEmpty() ? none() : table(all)));
    }

    private static Component none() {
        return Panel.quiet("No period has been opened yet. The first one begins with an opening snapshot, the accounts"
                + " with recurring revenue when the period began.");
    }

    private Component table(List<CloseOverview> all) {
        return new DataTable<CloseOverview>("Closes")
                .cell("Period", ClosesView::link)
                .cell("State", CloseWords::tag)
                .text("Step", overview -> overview.close().step())
                .number("NRR", overview -> ratio(overview, (bridge, counts) -> bridge.nrr(counts)))
                .number("GRR", overview -> ratio(overview, (bridge, counts) -> bridge.grr()))
                .cell("Report", ClosesView::report)
                .number(
                        "Open tasks",
                        overview -> Format.count(overview.openTasks().size()))
                .number(
                        "Open variances",
                        overview -> Format.count(overview.openVariance().count()))
                .rows(all);
    }

    private static Component link(CloseOverview overview) {
        return new Anchor(
                "closes/" + overview.close().period(), Words.of(overview.close().span()));
    }

    private String ratio(CloseOverview overview, BiFunction<Bridge, Boolean, Optional<Ratio>> ratio) {
        var close = overview.close();
        boolean counts = policies.version(close.policyVersion()).choices().reactivationInNrr();
        return metrics.total(close.key())
                .map(bridge -> Format.percent(ratio.apply(bridge, counts)))
                .orElse(Format.NONE);
    }

    private static Component report(CloseOverview overview) {
        return overview.publication()
                .<Component>map(publication -> {
                    var link = new Anchor("report/" + publication.period(), "Version " + publication.version());
                    var both = new Div(link, PublicationWords.tag(publication.status()));
                    both.addClassName("title-line");
                    return both;
                })
                .orElseGet(() -> new Span("Not yet"));
    }

    private Component opening(List<CloseOverview> all) {
        var period = new TextField("Next period");
        period.setId("next-period");
        period.setValue(proposed(all).toString());
        period.setHelperText("2026-10, 2026-Q4 or 2026");
        var open = new Button("Open period", click -> open(period.getValue().trim()));
        open.setId("open-period");
        open.addThemeVariants(ButtonVariant.PRIMARY);
        var row = new Div(period, open);
        row.addClassNames("row", "top");
        return row;
    }

    private Period proposed(List<CloseOverview> all) {
        return all.stream()
                .findFirst()
                .map(latest -> latest.close().span().next())
                .orElseGet(this::lastWhole);
    }

    /** The period that ended last, of the length that the policy closes. */
    private Period lastWhole() {
        var length = policies.all().stream()
                .findFirst()
                .map(policy -> policy.choices().periodLength())
                .orElse(PeriodLength.MONTH);
        var month = YearMonth.from(format.today());
        var first = month.minusMonths((month.getMonthValue() - 1) % length.months());
        return new Period(first, length).previous();
    }

    private void open(String text) {
        Notices.unlessRefused(() -> {
            var close = closes.open(Period.parse(text));
            UI.getCurrent().navigate("closes/" + close.period());
        });
    }
}
