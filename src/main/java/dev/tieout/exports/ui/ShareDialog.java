package dev.tieout.exports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinServletRequest;
import dev.tieout.exports.ShareLink;
import dev.tieout.exports.ShareLinks;
import dev.tieout.publication.Publication;
import dev.tieout.publication.Publication.Status;
import dev.tieout.web.ui.DataTable;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Notices;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.Tag;
import dev.tieout.web.ui.Tag.Tone;
import dev.tieout.web.ui.Words;
import java.time.Clock;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Makes a link to one version, tells its address once, and lists and ends the links there are. */
final class ShareDialog extends Dialog {

    private static final int USUAL_DAYS = 14;

    private final Publication publication;
    private final ShareLinks links;
    private final Format format;
    private final Clock clock;
    private final TextField note = new TextField("For whom");
    private final IntegerField days = new IntegerField("Days");
    private final Div made = new Div();
    private final Div present = new Div();

    ShareDialog(Publication publication, ShareLinks links, Format format, Clock clock) {
        this.publication = publication;
        this.links = links;
        this.format = format;
        this.clock = clock;
        setHeaderTitle("Share version " + publication.version());
        setWidth("860px");
        made.addClassName("stack");
        present.addClassName("stack");
        var all = new Div(what(), form(), made, present);
        all.addClassName("stack");
        add(all);
        getFooter().add(new Button("Close", click -> close()));
        list();
    }

    private Component what() {
        return Panel.quiet("A link shows this version, " + Words.within(publication.status())
                + ", to whoever has it: its figures, PDF and CSV, without a login and without the name of an account."
                + (publication.status() == Status.PROVISIONAL ? " The page says loudly that it is provisional." : ""));
    }

    private Component form() {
        note.setId("share-note");
        note.setMaxLength(ShareLinks.LONGEST_NOTE);
        note.setRequiredIndicatorVisible(true);
        days.setId("share-days");
        days.setMin(1);
        days.setMax(ShareLinks.LONGEST_DAYS);
        days.setValue(USUAL_DAYS);
        days.setStepButtonsVisible(true);
        var make = new Button("Make link", click -> make());
        make.setId("share-make");
        make.addThemeVariants(ButtonVariant.PRIMARY);
        var form = new Div(note, days, make);
        form.addClassName("row");
        return form;
    }

    private void make() {
        Notices.unlessRefused(() -> {
            var fresh = links.make(
                    publication.closeId(),
                    publication.version(),
                    days.getValue() == null ? 0 : days.getValue(),
                    note.getValue());
            made.removeAll();
            made.add(address(fresh));
            list();
        });
    }

    private Component address(ShareLinks.Made fresh) {
        var url = new TextField("Its address");
        url.setId("share-url");
        url.setReadOnly(true);
        url.setValue(absolute(fresh.path()));
        url.setWidth("560px");
        var copy = new Button("Copy");
        copy.addClickListener(
                click -> copy.getElement().executeJs("navigator.clipboard.writeText($0)", url.getValue()));
        var row = new Div(url, copy);
        row.addClassName("row");
        var once = new Paragraph("Copy it now. Only a hash of it is kept, so it cannot be shown again.");
        var callout = new Div(once, row);
        callout.addClassNames("callout", "good");
        return callout;
    }

    /** As the browser reached this installation. */
    private static String absolute(String path) {
        var request = VaadinServletRequest.getCurrent();
        return request == null
                ? path
                : ServletUriComponentsBuilder.fromContextPath(request)
                        .path(path)
                        .toUriString();
    }

    private void list() {
        present.removeAll();
        var known = links.of(publication.closeId());
        if (known.isEmpty()) {
            present.add(Panel.quiet("No link to a version of this period has been made yet."));
            return;
        }
        present.add(
                new H3("Links to versions of this period"),
                new DataTable<ShareLink>("Share links")
                        .text("For", ShareLink::note)
                        .text("Version", link -> "Version " + link.version() + ", " + Words.within(link.status()))
                        .text("Made", link -> link.createdBy() + ", " + format.at(link.createdAt()))
                        .text("Ends", link -> format.at(link.expiresAt()))
                        .number("Uses", link -> Format.count(link.uses()))
                        .text("Last used", link -> format.at(link.lastUsedAt()))
                        .cell("", this::state)
                        .rows(known));
    }

    private Component state(ShareLink link) {
        if (link.opensAt(clock.instant())) {
            var revoke = new Button(
                    "Revoke",
                    click -> Notices.unlessRefused(() -> {
                        links.revoke(link.id());
                        list();
                    }));
            revoke.setId("revoke-" + link.id());
            revoke.setAriaLabel("Revoke the link for " + link.note());
            revoke.addThemeVariants(ButtonVariant.SMALL);
            return revoke;
        }
        return link.revokedAt() == null
                ? new Tag("Ended", Tone.NEUTRAL)
                : new Span(new Tag("Revoked", Tone.NEUTRAL), new Span(" by " + link.revokedBy()));
    }
}
