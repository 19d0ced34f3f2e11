package dev.tieout.sources.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import dev.tieout.closing.Close;
import dev.tieout.sources.ImportProfiles;
import dev.tieout.sources.ImportProfiles.Described;
import dev.tieout.sources.ImportsUnderWay;
import dev.tieout.sources.Receipt;
import dev.tieout.sources.SourceCorrections;
import dev.tieout.sources.SourceKind;
import dev.tieout.sources.Sources;
import dev.tieout.sources.StatusWords;
import dev.tieout.web.ui.DataTable;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Notices;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.Tag;
import dev.tieout.web.ui.Tag.Tone;
import dev.tieout.web.ui.Words;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The files of a close: what is in and what is missing, and a receipt for each. */
public final class SourcesPanel extends Div {

    private final Sources sources;
    private final ImportsUnderWay imports;
    private final ImportProfiles profiles;
    private final StatusWords words;
    private final Map<SourceKind, String> chosen = new EnumMap<>(SourceKind.class);
    private Map<SourceKind, String> habitual = Map.of();
    private final Close close;
    private final Format format;
    private final boolean mayProvide;
    private final Runnable changed;

    SourcesPanel(
            Sources sources,
            ImportsUnderWay imports,
            ImportProfiles profiles,
            StatusWords words,
            Close close,
            Format format,
            boolean mayProvide,
            Runnable changed) {
        this.sources = sources;
        this.imports = imports;
        this.profiles = profiles;
        this.words = words;
        this.close = close;
        this.format = format;
        this.mayProvide = mayProvide;
        this.changed = changed;
        addClassName("stack");
        show();
    }

    private void show() {
        removeAll();
        habitual = profiles.habitual();
        var receipts = sources.of(close.key());
        add(new StatusWordsPanel(words, close, mayProvide, this::readAgain));
        if (mayProvide) {
            add(new Panel("Files to provide", kinds(receipts)));
        }
        add(new Panel(
                "Receipts",
                receipts.isEmpty()
                        ? Panel.quiet("No file has been taken in for this period yet.")
                        : receipts(receipts)));
    }

    private void readAgain() {
        show();
        changed.run();
    }

    private Component kinds(List<Receipt> receipts) {
        var all = profiles.all();
        return new DataTable<SourceKind>("Files to provide")
                .cell("File", SourcesPanel::name)
                .text("What it tells", kind -> KindWords.tells(kind, close))
                .cell("State", kind -> state(kind, receipts))
                .cell("Read as", kind -> choice(kind, all))
                .cell("", this::upload)
                .rows(Arrays.stream(SourceKind.values())
                        .filter(kind -> kind != SourceKind.OPENING || close.firstPeriod())
                        .toList());
    }

    private static Component name(SourceKind kind) {
        return new Span(Words.of(kind));
    }

    private static Component state(SourceKind kind, List<Receipt> receipts) {
        long accepted = receipts.stream()
                .filter(receipt -> receipt.kind() == kind && receipt.isFile() && !receipt.superseded())
                .mapToLong(Receipt::accepted)
                .sum();
        boolean any = receipts.stream()
                .anyMatch(receipt -> receipt.kind() == kind && receipt.isFile() && !receipt.superseded());
        if (any) {
            return new Tag(Words.counted(accepted, "row", "rows") + " in", Tone.GOOD);
        }
        return KindWords.needed(kind) ? new Tag("Missing", Tone.ATTENTION) : new Tag("Optional", Tone.NEUTRAL);
    }

    private Component choice(SourceKind kind, List<Described> all) {
        // What moved has ids and nothing to map them from: there is one form of it.
        if (kind == SourceKind.MIGRATION) {
            return new Span("Tieout’s own form");
        }
        var select = new Select<Described>();
        var fitting =
                all.stream().filter(profile -> profile.kinds().contains(kind)).toList();
        select.setItems(fitting);
        select.setItemLabelGenerator(profile -> profile.version() == null ? profile.title() : profile.name());
        select.setAriaLabel("Profile for " + Words.within(kind));
        select.setId("profile-" + kind.name().toLowerCase(Locale.ROOT));
        fitting.stream()
                .filter(profile -> profile.name().equals(profile(kind)))
                .findFirst()
                .ifPresent(select::setValue);
        select.addValueChangeListener(change -> {
            chosen.put(kind, change.getValue().name());
            show();
        });
        return fitting.stream()
                .filter(profile -> profile.name().equals(profile(kind)))
                .findFirst()
                .<Component>map(profile -> withPlans(kind, select, profile))
                .orElse(select);
    }

    private Component withPlans(SourceKind kind, Component select, Described profile) {
        var plans = profiles.planIntervals(profile.name());
        return plans == null
                ? select
                : new Div(select, new PlansHint(profiles, kind, profile, plans, saved -> {
                    chosen.put(kind, saved.name());
                    show();
                }));
    }

    private String profile(SourceKind kind) {
        return chosen.getOrDefault(kind, habitual.getOrDefault(kind, KindWords.profile(kind)));
    }

    private Component upload(SourceKind kind) {
        var id = kind.name().toLowerCase(Locale.ROOT);
        var file = new FileField<>(
                        "upload-" + id,
                        "Choose file",
                        "Choose a file of " + Words.within(kind),
                        (name, body) -> sources.receive(close.span(), kind, profile(kind), name, body))
                .watched(imports)
                .taken(this::taken);
        var make = new Button("New profile", click -> dialog(kind).open());
        make.setId("new-profile-" + id);
        make.setAriaLabel("New profile for " + Words.within(kind));
        make.addThemeVariants(ButtonVariant.SMALL);
        // What moved has ids and nothing to map them from: there is one form of it.
        var both = new Div(file, kind == SourceKind.MIGRATION ? new TemplateLink(profiles, kind) : make);
        both.addClassNames("actions", "on-one-line");
        return both;
    }

    private ProfileDialog dialog(SourceKind kind) {
        return new ProfileDialog(
                        profiles,
                        kind,
                        (profile, sample) ->
                                sample.read(body -> sources.receive(close.span(), kind, profile, sample.name(), body)))
                .saved((profile, receipt) -> {
                    chosen.put(kind, profile.name());
                    if (receipt == null) {
                        Notices.done("The profile " + profile.name() + " is saved.");
                        show();
                    } else {
                        taken(receipt);
                    }
                });
    }

    private void taken(Receipt receipt) {
        var told = Words.of(receipt.kind()) + ": " + Words.counted(receipt.accepted(), "row", "rows") + " accepted";
        if (receipt.rejected() > 0) {
            Notices.warn(told + ", " + Format.count(receipt.rejected()) + " rejected. The receipt lists them.");
        } else {
            Notices.done(told + ".");
        }
        show();
        changed.run();
    }

    private Component receipts(List<Receipt> receipts) {
        var table = new DataTable<Receipt>("Receipts")
                .cell("File", this::file)
                .number("Rows", receipt -> Format.count(receipt.rows()))
                .number("Accepted", receipt -> Format.count(receipt.accepted()))
                .number("Duplicates", receipt -> Format.count(receipt.duplicates()))
                .number("Rejected", receipt -> Format.count(receipt.rejected()))
                .number("Late", receipt -> Format.count(receipt.late()))
                .cell("Control total accepted", SourcesPanel::totals)
                .cell("Taken in", this::takenIn);
        if (mayProvide || receipts.stream().anyMatch(receipt -> receipt.rejected() > 0)) {
            table.cell("", this::actions);
        }
        return table.rows(receipts);
    }

    private Component takenIn(Receipt receipt) {
        var at = new Span(format.at(receipt.importedAt()));
        at.addClassName("quiet");
        var both = new Div(new Span(receipt.importedBy()), at);
        both.addClassName("two-lines");
        return both;
    }

    private Component file(Receipt receipt) {
        var noted = receipt.profile().equals(SourceCorrections.PROFILE) ? " by a correction note" : "";
        var kind = new Span(Words.of(receipt.kind()) + noted + (receipt.superseded() ? ", replaced" : ""));
        var name = new Span(receipt.fileName());
        name.addClassName("quiet");
        name.getElement().setAttribute("title", told(receipt));
        if (!receipt.leftOut().isEmpty()) {
            name.add(", left out: "
                    + receipt.leftOut().entrySet().stream()
                            .map(some -> Format.count(some.getValue()) + " " + some.getKey())
                            .collect(Collectors.joining(", ")));
        }
        var file = new Div(kind, name);
        file.addClassName("two-lines");
        return file;
    }

    private static String told(Receipt receipt) {
        var form = receipt.form() == null ? "" : receipt.form() + ". ";
        return form + "Profile " + receipt.profile() + ". SHA-256 " + receipt.sha256();
    }

    private static Component totals(Receipt receipt) {
        if (receipt.controlTotals().isEmpty()) {
            return new Span(Format.NONE);
        }
        return new Span(receipt.controlTotals().entrySet().stream()
                .map(total -> Format.money(total.getValue().accepted(), total.getKey()))
                .sorted()
                .collect(Collectors.joining(", ")));
    }

    private Component actions(Receipt receipt) {
        var actions = new Div();
        actions.addClassNames("actions", "on-one-line");
        if (receipt.rejected() > 0) {
            var rejects = new Button(
                    "Rejects",
                    click -> new RejectsDialog(
                                    sources, imports, receipt, mayProvide && !receipt.superseded(), this::taken)
                            .open());
            rejects.setId("rejects-" + receipt.id());
            rejects.setAriaLabel("Rejects of " + receipt.fileName());
            rejects.addThemeVariants(ButtonVariant.SMALL);
            actions.add(rejects);
        }
        if (mayProvide && receipt.isFile() && !receipt.superseded()) {
            var id = "replace-" + receipt.id();
            actions.add(new FileField<>(
                            id,
                            "Replace",
                            "Replace " + receipt.fileName(),
                            (name, body) -> sources.replace(receipt.id(), name, body))
                    .watched(imports)
                    .taken(this::taken));
        }
        return actions;
    }
}
