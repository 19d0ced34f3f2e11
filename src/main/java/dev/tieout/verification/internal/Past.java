package dev.tieout.verification.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an account from before the period.
 *
 * @param everActive had recurring revenue at any time
 * @param withinWindow was last active within the policy's reactivation window; true when that is unlimited
 */
record Past(boolean everActive, boolean withinWindow) {

    /** @param lastActive the last day known with revenue; null for never */
    static Past of(@Nullable LocalDate lastActive, Basis basis) {
        var months = basis.choices().reactivationMonths();
        return new Past(
                lastActive != null,
                lastActive == null
                        || months == null
                        || !lastActive
                                .plusMonths(months)
                                .isBefore(basis.period().start()));
    }
}
