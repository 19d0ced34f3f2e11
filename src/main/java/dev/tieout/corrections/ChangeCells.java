package dev.tieout.corrections;

import dev.tieout.corrections.ChangesRefused.Fault;
import dev.tieout.terms.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The values of one written change, read one by one. What cannot be read is named as a fault, and something harmless stands in. */
final class ChangeCells {

    static final int LONGEST_ID = 200;

    private static final String ALL_ACCOUNTS = "*";
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");
    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private final int change;
    private final Map<String, ?> values;
    private final List<Fault> faults;
    private final int before;

    /** @param change its place in the note, from 1 */
    ChangeCells(int change, Map<String, ?> values, List<Fault> faults) {
        this.change = change;
        this.values = values;
        this.faults = faults;
        this.before = faults.size();
    }

    /** Nothing of this change is at fault. */
    boolean isWhole() {
        return faults.size() == before;
    }

    void fault(String name, String what) {
        faults.add(new Fault(change, name, what));
    }

    /** Names every value that a change of this kind does not have. */
    void only(String... names) {
        var known = Set.of(names);
        values.keySet().stream()
                .filter(name -> !known.contains(name) && !"kind".equals(name))
                .sorted()
                .forEach(name -> fault("“" + name + "”", "is nothing that such a change has"));
    }

    String text(String name, int longest) {
        var text = given(name);
        if (text.isEmpty()) {
            fault(name, "is missing");
        }
        return checked(name, text, longest);
    }

    String textOrEmpty(String name) {
        return checked(name, given(name), LONGEST_ID);
    }

    private String checked(String name, String text, int longest) {
        if (text.length() > longest) {
            fault(name, "is longer than " + longest + " characters");
        } else if (text.chars().anyMatch(Character::isISOControl)) {
            fault(name, "holds a control character");
        }
        return text;
    }

    String account() {
        var account = text("account", LONGEST_ID);
        if (account.equals(ALL_ACCOUNTS)) {
            fault("account", "“*” stands for all accounts together");
        }
        return account;
    }

    BigDecimal amount(String name, boolean signed) {
        var text = given(name);
        if (text.isEmpty()) {
            fault(name, "is missing");
            return BigDecimal.ZERO;
        }
        return number(name, text, signed);
    }

    @Nullable
    BigDecimal amountOrNull(String name) {
        var text = given(name);
        return text.isEmpty() ? null : number(name, text, false);
    }

    private BigDecimal number(String name, String text, boolean signed) {
        if (!NUMBER.matcher(text).matches()) {
            fault(name, "“" + text + "” is not a number like 1234.50");
            return BigDecimal.ZERO;
        }
        var number = new BigDecimal(text);
        if (number.stripTrailingZeros().scale() > Money.SCALE) {
            fault(name, "“" + text + "” has more than four decimals");
        } else if (number.abs().compareTo(Money.LIMIT) >= 0) {
            fault(name, "“" + text + "” is as large as 10^15 or larger");
        } else if (!signed && number.signum() < 0) {
            fault(name, "“" + text + "” is negative; it is zero or more");
        } else if (signed && number.signum() == 0) {
            fault(name, "is zero, which posts nothing");
        }
        return number;
    }

    String currency() {
        var code = text("currency", LONGEST_ID).toUpperCase(Locale.ROOT);
        if (!code.isEmpty() && !CODES.contains(code)) {
            fault("currency", "“" + code + "” is no ISO 4217 code");
        }
        return code;
    }

    @Nullable
    LocalDate date(String name) {
        var text = text(name, LONGEST_ID);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            fault(name, "“" + text + "” is not a date like 2026-10-31");
            return null;
        }
    }

    <E extends Enum<E>> @Nullable E word(String name, Class<E> words, Set<E> without) {
        var text = text(name, LONGEST_ID);
        if (text.isEmpty()) {
            return null;
        }
        var offered = Arrays.stream(words.getEnumConstants())
                .filter(word -> !without.contains(word))
                .toList();
        var found = offered.stream()
                .filter(word -> word.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst();
        if (found.isEmpty()) {
            fault(
                    name,
                    "“" + text + "” is none of "
                            + offered.stream().map(Enum::name).collect(Collectors.joining(", ")));
        }
        return found.orElse(null);
    }

    private String given(String name) {
        var value = values.get(name);
        if (value == null) {
            return "";
        }
        if (value instanceof String || value instanceof Number) {
            return (value instanceof BigDecimal exact ? exact.toPlainString() : String.valueOf(value)).strip();
        }
        fault(name, "is not text or a number");
        return "";
    }
}
