package dev.tieout.rules.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleTableContent;
import dev.tieout.rules.RuleTableVersion;
import dev.tieout.rules.RuleTables;
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
    private final Select<RuleTableVersion> versions = new Select<>();
    private final Tab asTable = new Tab("Table");
    private final Tab asSentences = new Tab("Sentences");
    private final ChoiceTabs forms = new ChoiceTabs("How to read the table");
    private final Div about = new Div();
    private final Div rows = new Div();

    RulesView(RuleTables tables, Format format) {
        this.tables = tables;
        this.format = format;
        addClassNames("page", "fills");
        versions.setId("rule-table");
        versions.setLabel("Table and version");
        versions.setItemLabelGenerator(version -> version.title() + ", version " + version.version());
        versions.setWidth("24rem");
        versions.addValueChangeListener(_ -> show());
        forms.add(asTable, asSentences);
        forms.addSelectedChangeListener(_ -> show());
        rows.setSizeFull();
        add(
                new PageHeading("Rules")
                        .saying("Rows are tried from the top and the first that matches decides. A movement that no row"
                                + " takes stays unclassified until a person decides."),
                versions,
                about,
                forms,
                rows);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        List<RuleTableVersion> all = tables.versions();
        versions.setItems(all);
        all.stream().findFirst().ifPresent(versions::setValue);
    }

    private void show() {
        about.removeAll();
        rows.removeAll();
        versions.getOptionalValue().ifPresent(version -> {
            about.add(facts(version));
            rows.add(form(tables.content(new PinnedTable(version.table(), version.version()))));
        });
    }

    private Component form(RuleTableContent content) {
        return asSentences.equals(forms.getSelectedTab()) ? new RuleSentences(content) : new RuleGrid(content);
    }

    private Component facts(RuleTableVersion version) {
        var from = version.effectiveFrom();
        var hash = new Div(version.sha256());
        hash.addClassName("hash");
        return new Facts()
                .fact("State", new Tag(Words.of(version.state()), tone(version)))
                .fact("Applies", from == null ? "to every period" : "from " + from + " on")
                .fact("Written", version.createdBy() + ", " + format.at(version.createdAt()))
                .fact("Approved", approval(version))
                .fact("Why", version.comment())
                .fact("SHA-256", hash);
    }

    private String approval(RuleTableVersion version) {
        var by = version.approvedBy();
        return by == null ? Format.NONE : by + ", " + format.at(version.approvedAt());
    }

    private static Tone tone(RuleTableVersion version) {
        return switch (version.state()) {
            case APPROVED -> Tone.GOOD;
            case IN_REVIEW -> Tone.ATTENTION;
            case REJECTED -> Tone.BAD;
            case DRAFT, RETIRED -> Tone.NEUTRAL;
        };
    }
}
