package dev.tieout.lens.internal;

import dev.tieout.backtest.PublishedPeriod;
import dev.tieout.backtest.Variant;
import dev.tieout.backtest.WhatIf;
import dev.tieout.lens.Lens;
import dev.tieout.lens.LensResult;
import dev.tieout.lens.LensResult.Account;
import dev.tieout.lens.LensResult.Side;
import dev.tieout.metrics.Bridge;
import dev.tieout.metrics.BridgeSums;
import dev.tieout.movements.Replays;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Ratio;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides one version again by one pack and asks what came of it, in one transaction of its own. */
@Component
class PackReading {

    private final WhatIf whatIf;
    private final BridgeSums bridges;
    private final JdbcClient jdbc;

    PackReading(WhatIf whatIf, BridgeSums bridges, JdbcClient jdbc) {
        this.whatIf = whatIf;
        this.bridges = bridges;
        this.jdbc = jdbc;
    }

    /**
     * People's overrides are left out, as the product would not know them; exclusions stand. The period opens with what the one before
     * would have closed with by the same pack.
     *
     * @param ratesAtBothEnds as in {@link Pack#applied}
     * @param notes what could not be followed for this version
     */
    @Transactional
    public LensResult of(Pack pack, PublishedPeriod period, boolean ratesAtBothEnds, List<String> notes) {
        var variant = Variant.asPublished()
                .with(pack.table())
                .under(choices -> pack.applied(choices, ratesAtBothEnds))
                .carriedFromPeriodToPeriod()
                .withoutOverrides();
        var outcome = whatIf.of(period, pack.bearing() == null ? variant : variant.bearing(pack.bearing()));
        var bridge = pack.bySubscription() ? netted() : outcome.replayed();
        boolean counted = outcome.choices().reactivationInNrr();
        var sums = jdbc.sql(LensSql.SUMS)
                .param("counted", counted)
                .query((row, _) -> new Sums(amount(row, "opening"), amount(row, "net"), amount(row, "lost")))
                .single();
        var accounts = new Counted();
        var differing = jdbc.sql(LensSql.ACCOUNTS)
                .param("publication", period.publication())
                .param("counted", counted)
                .param("countedBefore", period.choices().reactivationInNrr())
                .param("limit", Lens.MOST_ACCOUNTS)
                .query(accounts::account)
                .list();
        return new LensResult(bridge, sums.nrr(), sums.grr(), accounts.all, differing, notes);
    }

    private Bridge netted() {
        jdbc.sql(LensSql.NET).update();
        return bridges.total(Replays.REPLAYED + " where stands");
    }

    private static BigDecimal amount(ResultSet row, String column) throws SQLException {
        var amount = row.getBigDecimal(column);
        return amount == null ? BigDecimal.ZERO : amount;
    }

    private static @Nullable Side side(ResultSet row, String prefix) throws SQLException {
        String classes = row.getString(prefix + "classes");
        return classes == null
                ? null
                : new Side(
                        amount(row, prefix + "opening"),
                        amount(row, prefix + "closing"),
                        amount(row, prefix + "net"),
                        amount(row, prefix + "lost"),
                        Arrays.stream(classes.split(","))
                                .map(MovementClass::valueOf)
                                .toList());
    }

    /** The sums behind both ratios. */
    private record Sums(BigDecimal opening, BigDecimal net, BigDecimal lost) {

        @Nullable
        Ratio nrr() {
            return Ratio.of(opening.add(net), opening).orElse(null);
        }

        @Nullable
        Ratio grr() {
            return Ratio.of(opening.subtract(lost), opening).orElse(null);
        }
    }

    /** Reads accounts and, on the way, how many there are beyond those that are read. */
    private static final class Counted {

        private long all;

        Account account(ResultSet row, int number) throws SQLException {
            all = row.getLong("differing");
            return new Account(row.getString("account"), row.getString("name"), side(row, "was_"), side(row, ""));
        }
    }
}
