package dev.tieout.movements.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.tieout.audit.AuditEntry;
import dev.tieout.closing.Close;
import dev.tieout.movements.Movement;
import dev.tieout.movements.Movement.DecidedBy;
import dev.tieout.movements.SourceRow;
import dev.tieout.movements.ui.MovementPanels.Behind;
import dev.tieout.sources.ChangeEvents;
import dev.tieout.web.ui.Facts;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Notices;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.Words;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One movement and everything behind it: amounts, what decided, the source rows, attributes, history; and a person's own decision. */
final class MovementDetail extends Section {

    private static final int HISTORY_ROWS = 20;

    private final Behind behind;
    private final Close close;
    private final Movement movement;

    MovementDetail(
            Behind behind,
            Close close,
            Movement movement,
            boolean mayDecide,
            Consumer<Movement> decided,
            Runnable closed) {
        this.behind = behind;
        this.close = close;
        this.movement = movement;
        addClassName("detail");
        setId("movement-detail");
        getElement().setAttribute("aria-label", "Movement of " + movement.accountName());
        add(heading(closed), amounts(), decision(), explain());
        if (mayDecide) {
            add(new DecisionForms(behind.movements(), close, movement, () -> decided.accept(movement)));
        }
        add(new H3("Source rows"), sourceRows());
        var events = events();
        if (!events.isEmpty()) {
            add(new H3("Events"), new EventsList(events, behind.format()));
        }
        if (!movement.attributes().isEmpty()) {
            add(new H3("Attributes"), attributes());
        }
        add(new H3("History"), history());
    }

    private Component heading(Runnable closed) {
        var close = new Button("Close", click -> closed.run());
        close.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        close.setAriaLabel("Close the detail");
        var id =
                new Span(movement.line().isEmpty() ? movement.account() : movement.account() + " / " + movement.line());
        id.addClassName("quiet");
        var title = new Div(new H2(movement.accountName()), id);
        var heading = new Div(title, close);
        heading.addClassName("detail-heading");
        return heading;
    }

    private Component amounts() {
        var currency = movement.currency();
        var facts = new Facts()
                .fact("Opening", Format.money(movement.opening(), currency))
                .fact("Closing", Format.money(movement.closing(), currency))
                .fact("Change", Format.signed(movement.change(), currency) + " " + currency);
        if (movement.grossUp().signum() != 0 && movement.grossDown().signum() != 0) {
            facts.fact(
                    "Of that",
                    "+" + Format.amount(movement.grossUp(), currency) + " up, \u2212"
                            + Format.amount(movement.grossDown(), currency) + " down");
        }
        return facts.fact("Status at close", Words.of(movement.status()));
    }

    private Component decision() {
        var facts = new Facts().fact("Class", MovementWords.tag(movement.movementClass()));
        facts.fact("Reason", movement.reason() == null ? Format.NONE : Words.of(movement.reason()));
        if (movement.decidedBy() instanceof DecidedBy.Person person) {
            facts.fact("Decided by", person.user() + ": “" + person.comment() + "”");
            facts.fact("The table said", ruledClass() + " " + RuleWords.place(movement.ruled()) + ".");
        } else {
            facts.fact("Decided by", RuleWords.place(movement.ruled()));
        }
        var words = behind.rules().of(movement.ruled());
        if (!words.isEmpty()) {
            facts.fact("In words", words);
        }
        if (movement.review()) {
            facts.fact("Review", "A person should look: the table asked for it, or the change is material.");
        }
        var exclusion = movement.exclusion();
        if (exclusion != null) {
            facts.fact("Excluded", exclusion.reason() + ". " + exclusion.user() + ": “" + exclusion.comment() + "”");
        }
        return facts;
    }

    private Component explain() {
        var button = new Button(
                "Explain row by row",
                _ -> Notices.unlessRefused(() -> new ExplanationDialog(
                                movement.accountName(),
                                behind.explanations().of(close.key(), movement.account(), movement.line()))
                        .open()));
        button.setId("explain");
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    private String ruledClass() {
        var ruled = movement.ruled();
        return Words.of(ruled.movementClass())
                + (ruled.reason() == null ? "." : ", " + Words.within(ruled.reason()) + ".");
    }

    private Component sourceRows() {
        var rows = behind.movements().sourceRows(close.key(), movement.account(), movement.line());
        if (rows.isEmpty()) {
            return Panel.quiet("No file mentions this account in the period.");
        }
        var list = new Div();
        list.addClassName("source-rows");
        rows.forEach(row -> list.add(sourceRow(row)));
        list.add(lineage());
        return list;
    }

    /** Where every row stands with hash, time and siblings. */
    private Component lineage() {
        var query = "?account=" + URLEncoder.encode(movement.account(), StandardCharsets.UTF_8)
                + (movement.line().isEmpty()
                        ? ""
                        : "&stream=" + URLEncoder.encode(movement.line(), StandardCharsets.UTF_8));
        var link = new Anchor("lineage/" + close.period() + query, "Every row behind it, with its file and line");
        link.setId("movement-lineage");
        return link;
    }

    private List<ChangeEvents.Event> events() {
        return behind.changes().of(close.key(), List.of(movement.account())).stream()
                .filter(event -> movement.line().isEmpty() || event.line().equals(movement.line()))
                .toList();
    }

    /** Where it stands; a file of changes that has none for the line says that it stayed. */
    private static String place(SourceRow row) {
        if (row.fileName() == null) {
            return "carried over";
        }
        return row.line() == null ? "no event in " + row.fileName() : row.fileName() + ", line " + row.line();
    }

    private static Component sourceRow(SourceRow row) {
        var side = row.side() == SourceRow.Side.OPENING ? "Opening: " : "Closing: ";
        var said = new Span(side + Format.money(row.mrr(), row.currency()) + ", " + Words.labelWithin(row.status()));
        var stream = row.subscription().isEmpty() ? row.product() : row.subscription() + " · " + row.product();
        var place = place(row);
        var where = new Span(stream.isEmpty() ? place : stream + " – " + place);
        where.addClassName("quiet");
        var placed = new Span(row.placement().sentence());
        placed.addClassName("quiet");
        var line = new Div(said, where, placed);
        line.addClassName("two-lines");
        return line;
    }

    private Component attributes() {
        var facts = new Facts();
        movement.attributes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(attribute -> facts.fact(Words.label(attribute.getKey()), attribute.getValue()));
        return facts;
    }

    private Component history() {
        var subject = "close/" + close.period() + "/movement/" + movement.account();
        var entries = behind.audit().about(subject, Long.MAX_VALUE, HISTORY_ROWS);
        if (entries.isEmpty()) {
            return Panel.quiet("Nobody has changed this movement.");
        }
        var list = new Div();
        list.addClassName("history");
        entries.forEach(entry -> list.add(line(entry)));
        return list;
    }

    private Component line(AuditEntry entry) {
        var what = Words.label(entry.action()) + " by " + entry.actor() + ", "
                + behind.format().at(entry.at());
        return new Paragraph(entry.why() == null ? what : what + ": “" + entry.why() + "”");
    }
}
