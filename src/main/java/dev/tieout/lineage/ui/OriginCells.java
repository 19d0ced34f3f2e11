package dev.tieout.lineage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.tieout.closing.Close;
import dev.tieout.lineage.Origin;
import dev.tieout.lineage.Origin.Carried;
import dev.tieout.lineage.Origin.OriginFile;
import dev.tieout.sources.SourceCorrections;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Words;
import java.util.ArrayList;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a row of the lineage table says in each column. */
final class OriginCells {

    private static final int SHORT_HASH = 12;

    private OriginCells() {}

    static Component file(Origin origin, Format format) {
        var file = origin.file();
        return file == null ? carried(origin.carried()) : named(file, format);
    }

    private static Component named(OriginFile file, Format format) {
        var what = file.profile().equals(SourceCorrections.PROFILE)
                ? "correction note"
                : Words.label(file.kind().toLowerCase(Locale.ROOT)) + " file";
        var hash = new Span("SHA-256 " + file.sha256().substring(0, SHORT_HASH) + "…");
        hash.setTitle(file.sha256());
        var by = new Span(Words.label(what) + (file.superseded() ? ", replaced since" : "") + ". " + file.importedBy()
                + ", " + format.at(file.importedAt()));
        return lines(new Span(file.name()), by, hash);
    }

    private static Component carried(@Nullable Carried from) {
        if (from == null) {
            return new Span("Carried over from the period before");
        }
        var link = new Anchor(
                LineageAddress.ofMovement(from.period(), from.version(), from.account(), ""),
                from.period() + ", version " + from.version());
        return lines(new Span("Carried over"), link);
    }

    static String line(Origin origin) {
        var line = origin.line();
        return line == null ? Format.NONE : Format.count(line);
    }

    static Component stream(Origin origin) {
        var names =
                origin.subscription().isEmpty() ? origin.product() : origin.subscription() + " · " + origin.product();
        var stream = new Span(names.isEmpty() ? Format.NONE : names);
        if (origin.rows() == 1) {
            return stream;
        }
        return lines(
                stream,
                new Span("one of " + Format.count(origin.rows()) + " rows behind "
                        + Format.money(origin.lineAmount(), origin.currency())));
    }

    static String amount(Origin origin) {
        var amount = origin.amount();
        return amount == null ? "not kept" : Format.money(amount, origin.currency());
    }

    static Component placed(Origin origin, Close close, Format format) {
        var posted = origin.postedAt();
        if (posted == null) {
            var none = new Span(origin.file() == null ? "the balance published" : "the period its file is for");
            none.addClassName("quiet");
            return none;
        }
        return lines(new Span("posted " + format.at(posted)), new Span(posted + ", before " + close.cutoff()));
    }

    /** The text where it was kept, what it brings again, and what repeats it. */
    static Component text(Origin origin) {
        var all = new ArrayList<Component>();
        var brings = origin.brings();
        if (brings != null) {
            all.add(code(brings.text()));
            all.add(new Span("rejected first as " + brings.place().file() + ", line "
                    + brings.place().line() + ": " + brings.reasons()));
        }
        origin.repeats()
                .forEach(place -> all.add(new Span(
                        "said again in " + place.file() + ", line " + place.line() + ", held back as a duplicate")));
        return all.isEmpty() ? new Span(Format.NONE) : lines(all.toArray(Component[]::new));
    }

    static Component code(@Nullable String text) {
        var code = new Span(text == null ? Format.NONE : text.strip());
        code.addClassName("row-text");
        return code;
    }

    private static Component lines(Component... lines) {
        var all = new Div(lines);
        all.addClassName("two-lines");
        for (int i = 1; i < lines.length; i++) {
            lines[i].getElement().getClassList().add("quiet");
        }
        return all;
    }
}
