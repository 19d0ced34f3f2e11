package dev.tieout.demo.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A demo account at one moment. */
record DemoAccount(
        String id,
        String name,
        String segment,
        String csm,
        String market,
        LocalDate startedOn,
        Optional<LocalDate> churnedOn,
        List<DemoLine> lines) {

    DemoAccount {
        lines = List.copyOf(lines);
    }

    BigDecimal recognised() {
        return lines.stream().map(DemoLine::recognised).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    boolean active() {
        return recognised().signum() > 0;
    }

    DemoLine main() {
        return lines.getFirst();
    }

    DemoAccount with(List<DemoLine> to) {
        return new DemoAccount(id, name, segment, csm, market, startedOn, churnedOn, to);
    }

    /** The same account with its main line changed. */
    DemoAccount withMain(DemoLine to) {
        var changed = new ArrayList<>(lines);
        changed.set(0, to);
        return with(changed);
    }

    DemoAccount startedOn(LocalDate day) {
        return new DemoAccount(id, name, segment, csm, market, day, churnedOn, lines);
    }
}
