package dev.tieout.rules.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleAnalysis;

/** What an analysis says, to read on the pages of other modules; each finding leads to the version's rows. */
public final class RuleFindings {

    private RuleFindings() {}

    public static Component of(PinnedTable version, RuleAnalysis analysis) {
        var panel =
                new AnalysisPanel((row, column) -> UI.getCurrent().navigate(address(version)), proposed -> {}, false);
        panel.show(analysis);
        return panel;
    }

    /** The page of a version's rows, to write in a draft and to read in any other. */
    public static String address(PinnedTable version) {
        return "rules/write/" + version.table() + "/" + version.version();
    }
}
