package dev.tieout.closing.internal;

import dev.tieout.closing.Close;
import dev.tieout.closing.CloseState;
import dev.tieout.policy.PeriodsOpened;
import dev.tieout.rules.PeriodsUnderWay;
import dev.tieout.terms.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the rules and the policy which periods have pinned theirs. */
@Component
@Transactional(readOnly = true)
class OpenedPeriods implements PeriodsUnderWay, PeriodsOpened {

    private final CloseRecords closes;

    OpenedPeriods(CloseRecords closes) {
        this.closes = closes;
    }

    @Override
    public List<PeriodUnderWay> from(Period period) {
        return closes.findAllByOrderByStartsOnDesc().stream()
                .filter(close -> close.endsOn().isAfter(period.start()))
                .sorted(Comparator.comparing(Close::startsOn))
                .map(close -> new PeriodUnderWay(close.span(), close.state() == CloseState.FINAL))
                .toList();
    }

    @Override
    public Optional<Period> latest() {
        return closes.findAllByOrderByStartsOnDesc().stream().findFirst().map(Close::span);
    }

    @Override
    public @Nullable Period next() {
        return closes.findAllByOrderByStartsOnDesc().stream()
                .findFirst()
                .map(close -> close.span().next())
                .orElse(null);
    }
}
