package dev.tieout.sources.internal;

import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.policy.MetricPolicy.TimestampRule;
import dev.tieout.sources.SourceKind;
import dev.tieout.terms.AccountStatus;
import dev.tieout.terms.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the rows of one file are read against.
 *
 * @param cutoff the instant from which a posting belongs to a later period
 * @param zone the organisation's; dates and times without an offset are read in it
 * @param statuses the crosswalk's words, lower case
 * @param choices of the policy that the close has pinned
 * @param finals periods after the close's whose close is final: they take nothing in any more
 */
record ImportContext(
        SourceKind kind,
        Period period,
        Instant cutoff,
        ZoneId zone,
        String reportingCurrency,
        Map<String, AccountStatus> statuses,
        Choices choices,
        Set<Period> finals) {

    /** Read as the standard policy says. */
    ImportContext(
            SourceKind kind,
            Period period,
            Instant cutoff,
            ZoneId zone,
            String reportingCurrency,
            Map<String, AccountStatus> statuses) {
        this(kind, period, cutoff, zone, reportingCurrency, statuses, Choices.standard(), Set.of());
    }

    /** Billing rows are placed by the time at which the ledger posted them. */
    boolean goesByLedger() {
        return choices.timestampRule() == TimestampRule.LEDGER_POSTED;
    }

    /** From when on a line is gone whose term ended then and whose renewal is still pending. */
    Instant graceEnds(Instant termEnds) {
        return termEnds.plus(choices.lateRenewalGraceDays(), ChronoUnit.DAYS);
    }

    /**
     * The names that the period column may hold: the close's own period or its last month, in which the snapshot is taken. An opening
     * snapshot is the balance that the previous period left, so it may bear that name too.
     */
    Set<String> periodNames() {
        var own = period.toString();
        var lastMonth = period.lastMonth().toString();
        if (kind != SourceKind.OPENING) {
            return own.equals(lastMonth) ? Set.of(own) : Set.of(own, lastMonth);
        }
        var before = period.previous();
        var names = new TreeSet<String>();
        names.add(own);
        names.add(before.toString());
        names.add(before.lastMonth().toString());
        return names;
    }

    /** The instant at which the period begins. */
    Instant start() {
        return period.start().atStartOfDay(zone).toInstant();
    }

    /** The period, of the close's length, that a posting of that moment belongs to; never one before the close's, nor a final one. */
    Period periodOf(Instant posted, LocalDate on) {
        if (posted.isBefore(cutoff)) {
            return period;
        }
        int months = period.length().months();
        int first = (on.getMonthValue() - 1) / months * months + 1;
        var containing = new Period(YearMonth.of(on.getYear(), first), period.length());
        // Until its cutoff, the period before the one that the day is in takes postings too.
        var before = containing.previous();
        var owner = posted.isBefore(choices.cutoff(before)) ? before : containing;
        var taking = owner.compareTo(period) > 0 ? owner : period.next();
        while (finals.contains(taking)) {
            taking = taking.next();
        }
        return taking;
    }
}
