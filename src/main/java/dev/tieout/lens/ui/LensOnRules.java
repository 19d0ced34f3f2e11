package dev.tieout.lens.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.tieout.closing.Closes;
import dev.tieout.publication.Publications;
import dev.tieout.rules.RuleTableVersion;
import dev.tieout.rules.RuleTables;
import dev.tieout.rules.ui.VersionAction;
import dev.tieout.terms.Period;
import dev.tieout.web.ui.Words;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;

/** On the rules page, from our movement table to how other products define the same: of the newest period that has been published. */
@Service
@Order(60)
class LensOnRules implements VersionAction {

    private final Closes closes;
    private final Publications publications;

    LensOnRules(Closes closes, Publications publications) {
        this.closes = closes;
        this.publications = publications;
    }

    @Override
    public Optional<Component> of(RuleTableVersion version) {
        return version.table().equals(RuleTables.MOVEMENT_CLASSIFICATION)
                ? newest().map(LensOnRules::link)
                : Optional.empty();
    }

    private Optional<String> newest() {
        return closes.all().stream()
                .filter(close -> publications.latest(close.key()).isPresent())
                .map(close -> close.period())
                .findFirst();
    }

    private static Component link(String period) {
        var link = new Anchor("lens/" + period, "Definition lens");
        link.setId("definition-lens");
        var line = new Div(
                link,
                new Span(" – " + Words.of(Period.parse(period))
                        + " by the definitions of other products on the market, to read only."));
        line.addClassName("quiet");
        return line;
    }
}
