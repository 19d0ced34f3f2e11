package dev.tieout.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import dev.tieout.closing.SignOff;
import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.reconciliation.OpenVariance;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Words;
import java.util.List;

/** What has to hold before a report may be final, and whether it does, in sentences. */
final class GatePanel extends Div {

    GatePanel(OpenVariance open, List<SignOff> signOffs, Choices policy, Format format) {
        var list = new UnorderedList();
        list.addClassName("gate");
        list.add(variances(open, policy));
        var classification = signOffs.stream()
                .filter(signOff -> signOff.kind() == SignOff.Kind.CLASSIFICATION)
                .toList();
        if (classification.isEmpty()) {
            list.add(line(false, "Nobody has approved the classification."));
        }
        classification.forEach(signOff -> list.add(line(signOff.stands(), CloseWords.signed(signOff, format))));
        list.add(line(true, "Every figure adds up: the invariants were checked when the figures were computed."));
        add(list);
    }

    private static Component variances(OpenVariance open, Choices policy) {
        return open.count() == 0
                ? line(
                        true,
                        "No variance is open: billing, ledger and retained balance agree within tolerance, or"
                                + " every difference is explained and approved.")
                : line(
                        false,
                        Words.counted(open.count(), "variance is", "variances are") + " open, "
                                + Format.money(open.amount(), policy.reportingCurrency())
                                + " together. The report cannot be final.");
    }

    private static Component line(boolean holds, String sentence) {
        var item = new ListItem(sentence);
        item.addClassName(holds ? "holds" : "fails");
        return item;
    }
}
