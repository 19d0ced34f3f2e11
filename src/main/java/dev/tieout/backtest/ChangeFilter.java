package dev.tieout.backtest;

import org.jspecify.annotations.Nullable;

/**
 * Which changes to show. Null parts do not narrow.
 *
 * @param period as text
 * @param account part of the account's id or name, case-insensitive
 * @param reasons whether to show those too that keep class or cause and get another reason or amount
 */
public record ChangeFilter(
        @Nullable String period,
        @Nullable String was,
        @Nullable String becomes,
        @Nullable String account,
        boolean reasons) {

    /** Every change of class or cause. */
    public static ChangeFilter all() {
        return new ChangeFilter(null, null, null, null, false);
    }
}
