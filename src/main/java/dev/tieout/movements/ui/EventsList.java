package dev.tieout.movements.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.tieout.sources.ChangeEvents.Event;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Words;
import java.util.List;

/** The events behind a movement, each with what its line stood at before and after and the moment that placed it. */
final class EventsList extends Div {

    EventsList(List<Event> events, Format format) {
        addClassName("source-rows");
        setId("movement-events");
        events.forEach(event -> add(line(event, format)));
    }

    private static Div line(Event event, Format format) {
        var kind = event.kind() == null ? "Change" : Words.label(event.kind());
        var said = new Span(kind + ": " + Format.amount(event.before(), event.currency()) + " → "
                + Format.money(event.after(), event.currency()) + ", "
                + Words.labelWithin(event.status()));
        var stream = event.subscription().isEmpty() ? event.product() : event.subscription() + " · " + event.product();
        var place = event.placedBy() + " " + format.at(event.placedAt())
                + (event.late() ? ", carried from a file of an earlier period" : "") + ", event " + event.eventId()
                + ", " + event.fileName() + ", line " + event.fileLine();
        var where = new Span(stream.isEmpty() ? place : stream + " – " + place);
        where.addClassName("quiet");
        var line = new Div(said, where);
        line.addClassName("two-lines");
        return line;
    }
}
