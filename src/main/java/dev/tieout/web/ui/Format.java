package dev.tieout.web.ui;

import dev.tieout.policy.MetricPolicy;
import dev.tieout.policy.Policies;
import dev.tieout.terms.Money;
import dev.tieout.terms.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Numbers and times as people read them. Amounts are rounded HALF_EVEN to the currency's decimals, here and only for the eye. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class Format {

    /** Stands where there is no value. */
    public static final String NONE = "–";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

    private final Policies policies;
    private final Clock clock;
    private @Nullable ZoneId zone;

    Format(Policies policies, Clock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    /** {@code 12,345.00 USD}. */
    public static String money(BigDecimal amount, String currency) {
        return amount(amount, currency) + " " + currency;
    }

    /** {@code 12,345.00}, for columns whose heading names the currency. */
    public static String amount(BigDecimal amount, String currency) {
        return grouped(amount, Money.decimals(currency));
    }

    /** {@code +12,345.00} or {@code −12,345.00}; zero has no sign. */
    public static String signed(BigDecimal amount, String currency) {
        return (amount.signum() > 0 ? "+" : "") + amount(amount, currency);
    }

    /** {@code 12,345}. */
    public static String count(long number) {
        return grouped(BigDecimal.valueOf(number), 0);
    }

    /** {@code 110.00 %}, or the words for a missing base: never 0 %. */
    public static String percent(Optional<Ratio> ratio) {
        return ratio.map(Ratio::percent).orElse("no base");
    }

    private static String grouped(BigDecimal amount, int decimals) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(',');
        symbols.setDecimalSeparator('.');
        symbols.setMinusSign('\u2212');
        var format = new DecimalFormat(decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals), symbols);
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        format.setNegativePrefix("\u2212");
        return format.format(amount);
    }

    /** {@code 3 Nov 2026}. */
    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** {@code 3 Nov 2026, 14:05} in the organisation's zone. */
    public String at(@Nullable Instant instant) {
        return instant == null ? NONE : MINUTE.format(instant.atZone(zone()));
    }

    /** The day of an instant in the organisation's zone, and how far off it is in words. */
    public String due(@Nullable Instant instant) {
        if (instant == null) {
            return NONE;
        }
        return day(instant.atZone(zone()).toLocalDate()) + ", " + distance(instant);
    }

    /** Whether the instant has passed. */
    public boolean isPast(@Nullable Instant instant) {
        return instant != null && instant.isBefore(clock.instant());
    }

    private String distance(Instant due) {
        long days = ChronoUnit.DAYS.between(
                clock.instant().atZone(zone()).toLocalDate(), due.atZone(zone()).toLocalDate());
        if (isPast(due)) {
            return days == 0 ? "overdue since today" : "overdue by " + Words.counted(-days, "day", "days");
        }
        return days == 0 ? "today" : days == 1 ? "tomorrow" : "in " + days + " days";
    }

    /** Today in the organisation's zone. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    /** The time zone of the policy in force, which every time on screen is told in. */
    public ZoneId zone() {
        var known = zone;
        if (known == null) {
            known = policies.all().stream()
                    .filter(policy -> policy.state() == MetricPolicy.State.APPROVED)
                    .findFirst()
                    .map(policy -> policy.choices().zone())
                    .orElse(ZoneOffset.UTC);
            zone = known;
        }
        return known;
    }
}
