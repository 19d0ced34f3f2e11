package dev.tieout.publication.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.tieout.publication.Publication;
import dev.tieout.publication.Publication.SourceStamp;
import dev.tieout.web.ui.DataTable;
import dev.tieout.web.ui.Facts;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Words;
import java.util.Locale;
import java.util.Map;

/** Everything that says how a version's numbers came about. */
final class StampsPanel extends Div {

    private static final int SHORT_HASH = 16;

    StampsPanel(Publication publication, Format format) {
        addClassName("stack");
        var stamps = publication.stamps();
        var facts = new Facts()
                .fact("Published", format.at(stamps.publishedAt()))
                .fact("Metric policy", "Version " + stamps.policy())
                .fact("Reactivation", stamps.reactivationInNrr() ? "Counts in NRR" : "Does not count in NRR");
        stamps.rules().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(rule -> facts.fact(
                        Words.label(rule.getKey()),
                        new Span("Version " + rule.getValue() + " "),
                        hash(stamps.ruleHashes().getOrDefault(rule.getKey(), ""))));
        facts.fact("Opening cohort", hash(stamps.cohortHash()));
        facts.fact("Build", stamps.build());
        stamps.approvers()
                .forEach(approver -> facts.fact(
                        Words.label(approver.signed()) + " signed by",
                        approver.person() + ", " + format.at(approver.at())));
        add(facts);
        if (!stamps.sources().isEmpty()) {
            add(new DataTable<SourceStamp>("Source files behind the numbers")
                    .text("Source", source -> Words.label(source.kind().toLowerCase(Locale.ROOT)))
                    .number("Rows", source -> Format.count(source.rows()))
                    .cell("SHA-256", source -> hash(source.sha256()))
                    .rows(stamps.sources()));
        }
    }

    private static Component hash(String sha256) {
        var hash = new Span(sha256.length() > SHORT_HASH ? sha256.substring(0, SHORT_HASH) + "…" : sha256);
        hash.addClassName("hash");
        hash.getElement().setAttribute("title", sha256);
        return hash;
    }
}
