package dev.tieout.rules.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleDrafts;
import dev.tieout.rules.RuleTableContent;
import dev.tieout.rules.RuleTableVersion;
import dev.tieout.rules.RuleTableVersion.State;
import dev.tieout.rules.RuleTables;
import dev.tieout.rules.StatusPresets;
import dev.tieout.web.ui.ChoiceTabs;
import dev.tieout.web.ui.Facts;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.PageHeading;
import dev.tieout.web.ui.Tag;
import dev.tieout.web.ui.Tag.Tone;
import dev.tieout.web.ui.Words;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The rule tables to read: which rows there are, what they say in words, and who approved them. */
@Route("rules")
@PageTitle("Rules – Tieout")
@Menu(title = "Rules", order = 40)
@PermitAll
class RulesView extends Main {

    private final RuleTables tables;
    private final Format format;
    private final StatusPresets presets;
    private final boolean mayWrite;
    private final Select<RuleTableVersion> versions = new Select<>();
    private final Tab asTable = new Tab("Table");
    private final Tab asSentences = new Tab("Sentences");
    private final ChoiceTabs forms = new ChoiceTabs("How to read the table");
    private final Div about = new Div();
    private final Div rows = new Div();
    private final VersionActions actions;

    RulesView(
            RuleTables tables,
            RuleDrafts drafts,
            StatusPresets presets,
            List<VersionAction> others,
            CurrentActor currentActor,
            Format format) {
        this.tables = tables;
        this.actions = new VersionActions(drafts, tables, others, currentActor.get(), this::reload);
        this.format = format;
        this.presets = presets;
        this.mayWrite = currentActor.get().has(Role.ANALYST);
        addClassNames("page", "fills");
        about.addClassName("stack");
        versions.setId("rule-table");
        versions.setLabel("Table and version");
        versions.setItemLabelGenerator(VersionWords::named);
        versions.setWidth("24rem");
        versions.addValueChangeListener(_ -> show());
        forms.add(asTable, asSentences);
        forms.addSelectedChangeListener(_ -> show());
        rows.setSizeFull();
        add(
                new PageHeading("Rules")
                        .saying("Rows are tried from the top and the first that matches decides. A movement that no row"
                                + " takes stays unclassified until a person decides.")
                        .offering(new Anchor("learning", "Learn from overrides")),
                versions,
                about,
                actions,
                forms,
                rows);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        List<RuleTableVersion> all = tables.versions();
        versions.setItems(all);
        all.stream().findFirst().ifPresent(versions::setValue);
    }

    /** Reads everything again and stays with the version that is shown, if there still is one. */
    private void reload() {
        var shown = versions.getOptionalValue().map(RuleTableVersion::pinned);
        List<RuleTableVersion> all = tables.versions();
        versions.setItems(all);
        all.stream()
                .filter(version -> shown.filter(version.pinned()::equals).isPresent())
                .findFirst()
                .or(() -> all.stream().findFirst())
                .ifPresent(versions::setValue);
    }

    private void show() {
        about.removeAll();
        rows.removeAll();
        versions.getOptionalValue().ifPresent(version -> {
            about.add(new PresetOffer(presets, version.table(), mayWrite), facts(version));
            actions.show(version);
            rows.add(form(tables.content(new PinnedTable(version.table(), version.version()))));
        });
    }

    private Component form(RuleTableContent content) {
        return asSentences.equals(forms.getSelectedTab()) ? new RuleSentences(content) : new RuleGrid(content);
    }

    private Component facts(RuleTableVersion version) {
        var hash = new Div(version.sha256());
        hash.addClassName("hash");
        return new Facts()
                .fact("State", new Tag(Words.of(version.state()), tone(version)))
                .fact("Applies", OtherVersions.applies(version, tables.versions()))
                .fact("Written", version.createdBy() + ", " + format.at(version.createdAt()))
                .fact(version.state() == State.REJECTED ? "Rejected" : "Approved", decision(version))
                .fact("Why", version.comment())
                .fact("SHA-256", hash);
    }

    private String decision(RuleTableVersion version) {
        var by = version.decidedBy();
        if (by == null) {
            return version.approvedBy() == null
                    ? Format.NONE
                    : version.approvedBy() + ", " + format.at(version.approvedAt());
        }
        var said = version.decisionComment();
        return by + ", " + format.at(version.decidedAt()) + (said == null || said.isEmpty() ? "" : ": “" + said + "”");
    }

    private static Tone tone(RuleTableVersion version) {
        return switch (version.state()) {
            case APPROVED -> Tone.GOOD;
            case IN_REVIEW -> Tone.ATTENTION;
            case REJECTED -> Tone.BAD;
            case DRAFT, DISCARDED, RETIRED -> Tone.NEUTRAL;
        };
    }
}
