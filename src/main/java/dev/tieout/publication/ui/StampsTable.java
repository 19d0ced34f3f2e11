package dev.tieout.publication.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.tieout.publication.Publication;
import dev.tieout.publication.Publication.Stamps;
import dev.tieout.web.ui.DataTable;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;

/** Every stamp of every version: a row for each stamp, a column for each version. */
final class StampsTable extends Div {

    private static final int SHORT_HASH = 12;

    private final List<Publication> versions;
    private final Format format;

    StampsTable(List<Publication> versions, Format format) {
        this.versions = versions;
        this.format = format;
        var table = new DataTable<Row>("Stamps of every version").text("Stamp", Row::name);
        for (var version : versions) {
            table.cell("Version " + version.version(), row -> row.value().apply(version));
        }
        add(table.rows(rows()));
    }

    private List<Row> rows() {
        var rows = new ArrayList<Row>();
        rows.add(new Row("Status", version -> PublicationWords.tag(version.status())));
        rows.add(text("Published", version -> format.at(version.publishedAt())));
        rows.add(text("Metric policy", version -> "Version " + version.stamps().policy()));
        tables().forEach(table -> rows.add(new Row(Words.label(table), version -> rule(version.stamps(), table))));
        rows.add(new Row("Opening cohort", version -> hash(version.stamps().cohortHash())));
        rows.add(new Row("Source files", version -> sources(version.stamps())));
        rows.add(new Row(
                "Figures and open variances", version -> hash(version.stamps().content())));
        rows.add(text(
                "Revision of the close",
                version -> Format.count(version.stamps().revision())));
        rows.add(text("Build", version -> version.stamps().build()));
        rows.add(new Row("Approved by", version -> lines(approvers(version.stamps()))));
        if (versions.stream()
                .anyMatch(version -> !version.stamps().corrections().isEmpty())) {
            rows.add(new Row("Corrections", version -> lines(corrections(version.stamps()))));
        }
        return rows;
    }

    private List<String> tables() {
        var tables = new TreeSet<String>();
        versions.forEach(version -> tables.addAll(version.stamps().rules().keySet()));
        return List.copyOf(tables);
    }

    private static Component rule(Stamps stamps, String table) {
        var version = stamps.rules().get(table);
        return version == null
                ? new Span(Format.NONE)
                : twoLines(
                        new Span("Version " + version), hash(stamps.ruleHashes().getOrDefault(table, "")));
    }

    private static Component sources(Stamps stamps) {
        return twoLines(stamps.sources().stream()
                .map(source -> {
                    var kind = new Span(Words.label(source.kind().toLowerCase(Locale.ROOT)) + " ");
                    var line = new Span(kind, hash(source.sha256()));
                    return line;
                })
                .toArray(Component[]::new));
    }

    private List<String> approvers(Stamps stamps) {
        return stamps.approvers().stream()
                .map(approver -> approver.person() + " (" + Words.label(approver.signed()) + ", "
                        + format.at(approver.at()) + ")")
                .toList();
    }

    private static List<String> corrections(Stamps stamps) {
        return stamps.corrections().stream()
                .map(correction -> "Number " + correction.id() + ", " + correction.reason())
                .toList();
    }

    private static Component lines(List<String> lines) {
        return lines.isEmpty()
                ? new Span(Format.NONE)
                : twoLines(lines.stream().map(Span::new).toArray(Component[]::new));
    }

    private static Component twoLines(Component... parts) {
        var lines = new Div(parts);
        lines.addClassName("two-lines");
        return lines;
    }

    private static Component hash(String sha256) {
        var hash = new Span(sha256.length() > SHORT_HASH ? sha256.substring(0, SHORT_HASH) + "…" : sha256);
        hash.addClassName("hash");
        hash.getElement().setAttribute("title", sha256);
        return hash;
    }

    private static Row text(String name, Function<Publication, String> value) {
        return new Row(name, version -> new Span(value.apply(version)));
    }

    private record Row(String name, Function<Publication, Component> value) {}
}
