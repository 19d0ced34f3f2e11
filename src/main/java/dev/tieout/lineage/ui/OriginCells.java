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
        var all = new ArrayList<Component>();
        all.add(new Span(named(origin.subscription(), origin.product())));
        if (origin.rows() > 1) {
            all.add(new Span("one of " + Format.count(origin.rows()) + " rows behind "
                    + Format.money(origin.lineAmount(), origin.currency())));
        }
        var moved = origin.moved();
        if (moved != null) {
            all.add(new Span("was " + moved.account() + ", " + named(moved.subscription(), moved.product())
                    + "; moved by " + moved.by().file() + ", line " + moved.by().line()));
        }
        return lines(all.toArray(Component[]::new));
    }

    private static String named(String subscription, String product) {
        var names = subscription.isEmpty() ? product : subscription + " · " + product;
        return names.isEmpty() ? Format.NONE : names;
    }

    static String amount(Origin origin) {
        var amount = origin.amount();
        return amount == null ? "not kept" : Format.money(amount, origin.currency());
    }

    static Component placed(Origin origin, Close close, Format format) {
        var sentence = origin.placement();
        var posted = origin.postedAt();
        if (sentence == null) {
            var told = new Span(
                    posted == null
                            ? origin.file() == null ? "The balance published." : "The period its file is for."
                            : "Posted " + format.at(posted) + ", before the cutoff " + format.at(close.cutoff()) + ".");
            told.addClassName("quiet");
            return told;
        }
        return new Span(sentence);
    }

    /** Whether there is more to say of it than where it stands. */
    static boolean hasText(Origin origin) {
        return origin.brings() != null || !origin.repeats().isEmpty();
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
