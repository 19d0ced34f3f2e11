package dev.tieout.sources.internal;

import dev.tieout.policy.MetricPolicy.Discounts;
import dev.tieout.policy.MetricPolicy.Metered;
import dev.tieout.sources.SourceKind;
import dev.tieout.terms.AccountStatus;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws from a row's cells together what no single cell says: signed, monthly and major-unit amounts, states at the cutoff, ids. */
final class RowCompletion {

    private static final int LONGEST_ID = 180;
    private static final List<Field> AMOUNTS =
            List.of(Field.AMOUNT, Field.BEFORE, Field.CHANGE, Field.AFTER, Field.DISCOUNT);

    private final Reading reading;
    private final Profile profile;
    private final Mapping mapping;
    private final Set<Field> present;
    private final Set<String> revenue;
    private final boolean snapshot;
    private final EventCompletion events;
    private final Placing placing;

    RowCompletion(Reading reading, Mapping mapping) {
        this.reading = reading;
        this.profile = reading.profile();
        this.mapping = mapping;
        this.present = mapping.present();
        this.placing = Placing.of(reading, mapping);
        this.snapshot = Set.of(SourceKind.OPENING, SourceKind.BILLING)
                .contains(reading.context().kind());
        this.events = new EventCompletion(reading);
        this.revenue = profile.revenue().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    void complete(StagedRow row, List<String> cells) {
        if (present.contains(Field.DEBIT) || present.contains(Field.CREDIT)) {
            creditLessDebit(row);
        }
        if (!revenue.isEmpty()) {
            signByAccount(row);
        }
        if (profile.numbers().minorUnits()) {
            toMajorUnits(row);
        }
        if (present.contains(Field.PLAN) || present.contains(Field.INTERVAL_UNIT)) {
            toMonthly(row);
        }
        if (snapshot) {
            nameLine(row);
        }
        placing.place(row, cells);
        atCutoff(row);
        if (!profile.entry().isEmpty()) {
            row.set(Field.REFERENCE, entry(cells));
        }
        if (reading.context().kind() == SourceKind.RATES) {
            checkOwnRate(row);
        }
        if (snapshot) {
            count(row);
        }
        if (reading.context().kind() == SourceKind.MIGRATION) {
            takesEffect(row);
        }
        if (reading.tellsEvents()) {
            events.complete(row);
        } else if (profile.events()) {
            events.open(row);
        }
    }

    /** As the policy counts metered lines and discounts; events are run as they were billed. */
    private void count(StagedRow row) {
        var choices = reading.context().choices();
        if (choices.countedMetered() == Metered.OUT && Boolean.parseBoolean(row.value(Field.METERED))) {
            row.leaveOut("metered, which the policy leaves out");
        }
        var discount = row.value(Field.DISCOUNT);
        var amount = row.value(Field.AMOUNT);
        if (!profile.events() && choices.countedDiscounts() == Discounts.GROSS && discount != null && amount != null) {
            row.set(
                    Field.AMOUNT,
                    new BigDecimal(amount).add(new BigDecimal(discount)).toPlainString());
        }
    }

    /** A line has all of its names, empty where the file has no such column; a plan is as good as a product. */
    private void nameLine(StagedRow row) {
        var plan = row.value(Field.PLAN);
        setIfNone(row, Field.SUBSCRIPTION, "");
        setIfNone(row, Field.PRODUCT, plan == null ? "" : plan);
        if (!present.contains(Field.STATUS) && !reading.tellsEvents()) {
            var zero = profile.zero();
            boolean kept = zero == null || amount(row, Field.AMOUNT).signum() != 0;
            setIfNone(
                    row,
                    Field.STATUS,
                    Objects.requireNonNull(kept ? AccountStatus.ACTIVE : zero).name());
        }
    }

    /** From the close's own period on, where the row does not say. */
    private void takesEffect(StagedRow row) {
        var period = reading.context().period();
        setIfNone(row, Field.EFFECTIVE_FROM, period.toString());
        setIfNone(row, Field.STARTED_ON, period.start().toString());
    }

    private static void setIfNone(StagedRow row, Field field, String value) {
        if (row.value(field) == null) {
            row.set(field, value);
        }
    }

    private static void creditLessDebit(StagedRow row) {
        row.set(
                Field.AMOUNT,
                amount(row, Field.CREDIT).subtract(amount(row, Field.DEBIT)).toPlainString());
    }

    private static BigDecimal amount(StagedRow row, Field field) {
        var text = row.value(field);
        return text == null ? BigDecimal.ZERO : new BigDecimal(text);
    }

    /** Credit of a revenue account adds, debit takes off; what touches none, or revenue on both sides, is no revenue. */
    private void signByAccount(StagedRow row) {
        boolean debited = isRevenue(row.value(Field.DEBIT_ACCOUNT));
        boolean credited = isRevenue(row.value(Field.CREDIT_ACCOUNT));
        if (debited == credited) {
            row.leaveOut("of no revenue account");
            return;
        }
        row.set(Field.GL_ACCOUNT, row.value(debited ? Field.DEBIT_ACCOUNT : Field.CREDIT_ACCOUNT));
        if (debited && row.value(Field.AMOUNT) != null) {
            row.set(Field.AMOUNT, amount(row, Field.AMOUNT).negate().toPlainString());
        }
    }

    private boolean isRevenue(@Nullable String account) {
        return account != null && revenue.contains(account.toLowerCase(Locale.ROOT));
    }

    /** By the currency's exponent in ISO 4217: 1234 is 12.34 USD, 1234 JPY, 1.234 KWD. */
    private static void toMajorUnits(StagedRow row) {
        var currency = row.value(Field.CURRENCY);
        for (var field : AMOUNTS) {
            var amount = row.value(field);
            if (currency != null && amount != null) {
                int exponent = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
                var major = new BigDecimal(amount).movePointLeft(exponent);
                row.set(field, major.toPlainString());
                if (row.problems().isEmpty()
                        && Decimal.of(major.toPlainString()).decimals() > 4) {
                    row.problem(
                            field == Field.DISCOUNT ? "discount" : "amount",
                            amount,
                            "a fraction of a minor unit with more than four decimals");
                }
            }
        }
    }

    private void toMonthly(StagedRow row) {
        var interval = present.contains(Field.PLAN) ? ofPlan(row) : ofColumns(row);
        for (var field : AMOUNTS) {
            var amount = row.value(field);
            if (interval != null && amount != null) {
                row.set(field, interval.monthly(new BigDecimal(amount)).toPlainString());
            }
        }
    }

    private @Nullable Interval ofPlan(StagedRow row) {
        var plan = row.value(Field.PLAN);
        var text = plan == null ? null : profile.plans().get(plan);
        var interval = text == null ? null : Interval.parse(text);
        if (interval == null && row.problems().isEmpty()) {
            row.problem(
                    "plan",
                    plan == null ? "" : plan,
                    "a plan whose billing interval the profile " + profile.name() + " does not know");
        }
        return interval;
    }

    private static @Nullable Interval ofColumns(StagedRow row) {
        var unit = row.value(Field.INTERVAL_UNIT);
        var length = row.value(Field.INTERVAL_LENGTH);
        var interval = unit == null ? null : Interval.parse((length == null ? "" : length + " ") + unit);
        if (interval == null && row.problems().isEmpty()) {
            row.problem("interval", length + " " + unit, "no billing interval like 1 month");
        }
        return interval;
    }

    /** The file was written after the cutoff; what has ended since was still there then. */
    private void atCutoff(StagedRow row) {
        var replaced = row.value(Field.REPLACED_AT);
        if (replaced != null && isBeforeCutoff(replaced)) {
            row.leaveOut("replaced before the cutoff");
        }
        var status = row.value(Field.STATUS);
        var ended = row.value(Field.ENDED_AT);
        boolean over = AccountStatus.EXPIRED.name().equals(status)
                || AccountStatus.CANCELLED.name().equals(status);
        if (over && ended != null && !isBeforeCutoff(ended)) {
            row.set(Field.STATUS, AccountStatus.ACTIVE.name());
        }
        var term = row.value(Field.TERM_ENDS_AT);
        if (term != null
                && AccountStatus.RENEWAL_PENDING.name().equals(status)
                && isBeforeEnd(reading.context().graceEnds(Instant.parse(term)))) {
            row.set(Field.STATUS, AccountStatus.EXPIRED.name());
        }
        var trial = row.value(Field.TRIAL_ENDS_AT);
        if (trial != null
                && !isBeforeCutoff(trial)
                && AccountStatus.ACTIVE.name().equals(row.value(Field.STATUS))) {
            row.set(Field.STATUS, AccountStatus.TRIAL.name());
        }
    }

    private boolean isBeforeCutoff(String moment) {
        return Instant.parse(moment).isBefore(reading.context().cutoff());
    }

    /** The term's grace is over when the period ends, whatever time its postings have. */
    private boolean isBeforeEnd(Instant moment) {
        var context = reading.context();
        return moment.isBefore(context.period().cutoff(context.zone()));
    }

    private String entry(List<String> cells) {
        var id = profile.entry().stream()
                .map(name -> mapping.cell(cells, name).strip())
                .collect(Collectors.joining("|"));
        return id.length() <= LONGEST_ID && id.chars().noneMatch(Character::isISOControl)
                ? id
                : HexFormat.of().formatHex(sha256().digest(id.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private void checkOwnRate(StagedRow row) {
        var own = reading.context().reportingCurrency().equals(row.value(Field.CURRENCY));
        if (own && row.problems().isEmpty() && !(isOne(row, Field.OPENING_RATE) && isOne(row, Field.CLOSING_RATE))) {
            row.problem("opening_rate", row.text(), "the reporting currency's own rate is 1");
        }
    }

    private static boolean isOne(StagedRow row, Field rate) {
        var value = row.value(rate);
        return value != null && new BigDecimal(value).compareTo(BigDecimal.ONE) == 0;
    }
}
