package dev.tieout.findings.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.tieout.findings.Finding;
import dev.tieout.findings.Finding.Figure;
import dev.tieout.findings.FollowUp;
import dev.tieout.publication.LargestAccounts.Share;
import dev.tieout.web.ui.DataTable;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Panel;
import java.util.List;
import java.util.function.Consumer;

/** What stands out in a version: for each finding what it is, the figures, the accounts, and who follows it up. */
public final class FindingsPanel extends Div {

    private final List<FollowUp> followUps;
    private final boolean mayFollowUp;
    private final Consumer<Finding> followUp;

    /** @param followUp called when a person wants to follow a finding up */
    FindingsPanel(List<Finding> findings, List<FollowUp> followUps, boolean mayFollowUp, Consumer<Finding> followUp) {
        this.followUps = followUps;
        this.mayFollowUp = mayFollowUp;
        this.followUp = followUp;
        setId("findings");
        if (findings.isEmpty()) {
            add(Panel.quiet(
                    "Nothing stands out against the period before, and no account carries more than its share."));
            return;
        }
        var list = new OrderedList();
        list.addClassName("findings");
        findings.forEach(finding -> list.add(item(finding)));
        add(list);
    }

    private Component item(Finding finding) {
        var said = new Div(new H3(finding.kind().title()), new Paragraph(finding.sentence()), followed(finding));
        said.addClassName("finding-said");
        var item = new ListItem(said, evidence(finding));
        item.setId("finding-" + finding.kind().slug());
        return item;
    }

    private static Component evidence(Finding finding) {
        var evidence = new Div();
        evidence.addClassName("stack");
        boolean compared = finding.figures().stream().anyMatch(Figure::isCompared);
        var figures = new DataTable<Figure>("Figures behind: " + finding.kind().title()).text("Figure", Figure::name);
        if (compared) {
            figures.number("Period before", figure -> before(figure, finding.currency()));
        }
        figures.number("This version", figure -> now(figure, finding.currency()));
        evidence.add(figures.rows(finding.figures()));
        if (!finding.accounts().isEmpty()) {
            evidence.add(new DataTable<Share>(
                            "Largest accounts behind: " + finding.kind().title())
                    .text("Largest accounts", Share::name)
                    .number(finding.currency(), share -> Format.amount(share.amount(), finding.currency()))
                    .rows(finding.accounts()));
        }
        return evidence;
    }

    private static String before(Figure figure, String currency) {
        return switch (figure) {
            case Figure.Proportion(var name, var before, var now) -> before == null ? Format.NONE : before.percent();
            case Figure.Amount(var name, var before, var now) ->
                before == null ? Format.NONE : Format.amount(before, currency);
        };
    }

    private static String now(Figure figure, String currency) {
        return switch (figure) {
            case Figure.Proportion proportion -> proportion.now().percent();
            case Figure.Amount amount -> Format.amount(amount.now(), currency);
        };
    }

    private Component followed(Finding finding) {
        var open = followUps.stream()
                .filter(item -> item.isOpen() && item.kind() == finding.kind())
                .findFirst();
        if (open.isPresent()) {
            var item = open.get();
            var line = new Div(
                    new Span("Followed up by " + item.owner() + " until " + Format.day(item.dueOn()) + ". "),
                    new Anchor("follow-ups", "Follow-ups"));
            line.addClassName("quiet");
            return line;
        }
        if (!mayFollowUp) {
            return new Div();
        }
        var button = new Button("Follow up", click -> followUp.accept(finding));
        button.setId("follow-up-" + finding.kind().slug());
        button.addThemeVariants(ButtonVariant.SMALL);
        button.addClassName("no-print");
        return button;
    }
}
