package dev.tieout.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.tieout.audit.AuditEntry;
import dev.tieout.web.ui.Facts;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of the trail, newest first; a row opens to what was before and after, and its hashes. */
final class TrailGrid extends Grid<AuditEntry> {

    private static final int STEP = 200;

    private final Rows rows;
    private final List<AuditEntry> read = new ArrayList<>();
    private boolean ended;

    /** Reads rows below a sequence number, newest first. */
    interface Rows {
        List<AuditEntry> below(long seq, int limit);
    }

    TrailGrid(Rows rows, Format format) {
        this.rows = rows;
        setId("trail");
        setAriaLabel("Audit trail");
        addThemeVariants(GridVariant.NO_BORDER);
        setSizeFull();
        setMinHeight("420px");
        setSelectionMode(SelectionMode.NONE);
        setEmptyStateText("Nothing has happened yet.");
        addColumn(AuditEntry::seq).setHeader("Row").setAutoWidth(true).setFlexGrow(0);
        addColumn(entry -> format.at(entry.at()))
                .setHeader("When")
                .setAutoWidth(true)
                .setFlexGrow(0);
        addColumn(entry -> entry.actor().equals("tieout") ? "Tieout itself" : entry.actor())
                .setHeader("Who")
                .setAutoWidth(true)
                .setFlexGrow(0);
        addColumn(entry -> Words.label(entry.action())).setHeader("What").setFlexGrow(2);
        addColumn(AuditEntry::subject).setHeader("To what").setFlexGrow(2);
        addComponentColumn(TrailGrid::said).setHeader("Why, and what it is now").setFlexGrow(5);
        setItemDetailsRenderer(new ComponentRenderer<>(TrailGrid::detail));
        setItems(query -> fetch(query.getOffset(), query.getLimit()));
    }

    private Stream<AuditEntry> fetch(int offset, int limit) {
        while (!ended && read.size() < offset + limit) {
            var page =
                    rows.below(read.isEmpty() ? Long.MAX_VALUE : read.getLast().seq(), STEP);
            read.addAll(page);
            ended = page.size() < STEP;
        }
        return read.stream().skip(offset).limit(limit);
    }

    private static Component said(AuditEntry entry) {
        var said = new Div();
        said.addClassName("two-lines");
        if (entry.why() != null) {
            said.add(new Span(entry.why()));
        }
        var now = new Span(plain(entry.after()));
        now.addClassName("quiet");
        said.add(now);
        return said;
    }

    /** JSON without its punctuation, for one line; the row opens to the whole. */
    private static String plain(@Nullable String json) {
        return json == null
                ? Format.NONE
                : json.replace("\":", ": ").replace(",\"", ", ").replaceAll("[{}\"]", "");
    }

    private static Component detail(AuditEntry entry) {
        var facts = new Facts()
                .fact("Before", code(entry.before()))
                .fact("After", code(entry.after()))
                .fact("Hash", code(entry.hash()))
                .fact("Hash before", code(entry.previousHash()));
        var detail = new Div(facts);
        detail.addClassName("trail-detail");
        return detail;
    }

    private static Component code(@Nullable String text) {
        var code = new Span(text == null ? Format.NONE : text);
        code.addClassName("hash");
        return code;
    }
}
