package dev.tieout.sources.internal;

import dev.tieout.sources.ImportProfiles.Meaning;
import dev.tieout.sources.SourceKind;
import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Suggests what columns mean and how their cells are written. A person looks at it before anything is imported. */
final class Guessing {

    private static final Pattern COMMA_DECIMAL = Pattern.compile("[^,]*\\d,\\d{1,2}\\D*");
    static final List<String> DATES = List.of(
            "MM/dd/uuuu", "dd/MM/uuuu", "dd.MM.uuuu", "d MMM uuuu", "dd-MM-uuuu", "uuuu/MM/dd", "M/d/uuuu", "d/M/uuuu");

    private static final Map<Meaning, List<String>> WORDS = new EnumMap<>(Map.ofEntries(
            Map.entry(Meaning.ACCOUNT, accounts()),
            Map.entry(
                    Meaning.SUBSCRIPTION,
                    List.of("subscriptionid", "subscriptionuuid", "subscription", "contract", "contractid")),
            Map.entry(Meaning.PRODUCT, List.of("product", "productid", "productname", "sku")),
            Map.entry(Meaning.PERIOD, List.of("period", "month", "reportingmonth")),
            Map.entry(
                    Meaning.AMOUNT,
                    List.of(
                            "mrr",
                            "amount",
                            "recurringamount",
                            "totalrecurringamount",
                            "monthlyamount",
                            "total",
                            "balance",
                            "value")),
            Map.entry(Meaning.CREDIT, List.of("credit")),
            Map.entry(Meaning.DEBIT, List.of("debit")),
            Map.entry(Meaning.CURRENCY, List.of("currency", "currencycode", "billingcurrency")),
            Map.entry(Meaning.STATUS, List.of("status", "state", "subscriptionstatus")),
            Map.entry(Meaning.PLAN, List.of("plancode", "plan")),
            Map.entry(Meaning.INTERVAL, List.of("interval", "billinginterval", "billingperiod", "billingcycle")),
            Map.entry(Meaning.QUANTITY, List.of("quantity", "seats", "licenses")),
            Map.entry(Meaning.DISCOUNT, List.of("discount", "discountamount")),
            Map.entry(Meaning.REFERENCE, List.of("entryid", "id", "sourceid", "transactionid", "journalid", "uuid")),
            Map.entry(
                    Meaning.POSTED,
                    List.of("postedat", "postedon", "postingdate", "date", "bookeddate", "transactiondate")),
            Map.entry(Meaning.GL_ACCOUNT, List.of("glaccount", "accountingcode", "accountname", "ledgeraccount")),
            Map.entry(
                    Meaning.NAME,
                    List.of("name", "accountname", "customername", "companyname", "customer", "account", "company")),
            Map.entry(Meaning.PARENT, List.of("parentaccountid", "parentid", "parent")),
            Map.entry(Meaning.STARTED_ON, List.of("startedon", "startdate")),
            Map.entry(Meaning.OPENING_RATE, List.of("openingrate", "opening")),
            Map.entry(Meaning.CLOSING_RATE, List.of("closingrate", "closing"))));

    private static final Map<SourceKind, Set<Meaning>> OF_KIND = new EnumMap<>(Map.of(
            SourceKind.OPENING, snapshot(),
            SourceKind.BILLING, snapshot(),
            SourceKind.LEDGER,
                    EnumSet.of(
                            Meaning.ACCOUNT,
                            Meaning.REFERENCE,
                            Meaning.POSTED,
                            Meaning.AMOUNT,
                            Meaning.CREDIT,
                            Meaning.DEBIT,
                            Meaning.CURRENCY,
                            Meaning.GL_ACCOUNT),
            SourceKind.RETAINED, EnumSet.of(Meaning.ACCOUNT, Meaning.AMOUNT, Meaning.CURRENCY),
            SourceKind.ACCOUNTS,
                    EnumSet.of(
                            Meaning.ACCOUNT,
                            Meaning.NAME,
                            Meaning.PARENT,
                            Meaning.STARTED_ON,
                            Meaning.FIRST_ACTIVE_ON,
                            Meaning.CHURNED_ON,
                            Meaning.ATTRIBUTE),
            SourceKind.RATES, EnumSet.of(Meaning.CURRENCY, Meaning.OPENING_RATE, Meaning.CLOSING_RATE)));

    /** In a ledger an account is one of the books where another column names the customer. */
    private static final List<String> LEDGER_ACCOUNTS = List.of("account", "accountcode", "accountnumber", "accountid");

    private Guessing() {}

    /** What is called an id goes before what may as well be a name. */
    private static List<String> accounts() {
        var whose = List.of("account", "customer", "client", "contact", "company", "organization", "organisation");
        var words = new ArrayList<String>();
        for (var end : List.of("id", "code", "number", "no", "key", "reference", "ref")) {
            whose.forEach(who -> words.add(who + end));
        }
        words.addAll(List.of("kundennummer", "kundennr", "kundenr", "debitor"));
        words.addAll(List.of("customer", "account", "client", "contact", "company"));
        return words;
    }

    private static List<String> words(SourceKind kind, Meaning meaning) {
        var words = new ArrayList<>(WORDS.getOrDefault(meaning, List.of()));
        if (kind == SourceKind.ACCOUNTS && meaning == Meaning.ACCOUNT) {
            words.add(words.indexOf("customer"), "id");
        }
        if (kind == SourceKind.LEDGER && meaning == Meaning.ACCOUNT) {
            words.removeAll(LEDGER_ACCOUNTS);
            words.addAll(LEDGER_ACCOUNTS);
        }
        if (kind == SourceKind.LEDGER && meaning == Meaning.GL_ACCOUNT) {
            words.addAll(LEDGER_ACCOUNTS);
        }
        return words;
    }

    private static Set<Meaning> snapshot() {
        return EnumSet.of(
                Meaning.ACCOUNT,
                Meaning.SUBSCRIPTION,
                Meaning.PRODUCT,
                Meaning.PERIOD,
                Meaning.AMOUNT,
                Meaning.CURRENCY,
                Meaning.STATUS,
                Meaning.PLAN,
                Meaning.INTERVAL,
                Meaning.QUANTITY,
                Meaning.DISCOUNT,
                Meaning.REFERENCE,
                Meaning.POSTED);
    }

    /** What columns of that kind of file can mean. */
    static Set<Meaning> meanings(SourceKind kind) {
        return OF_KIND.getOrDefault(kind, Set.of());
    }

    /** A meaning for each column, each at most once: to the column whose name says it best. */
    static List<Meaning> meanings(SourceKind kind, List<String> header) {
        var guessed = new ArrayList<Meaning>();
        header.forEach(name ->
                guessed.add(kind == SourceKind.ACCOUNTS && !name.isBlank() ? Meaning.ATTRIBUTE : Meaning.UNUSED));
        for (var meaning : meanings(kind)) {
            for (var word : words(kind, meaning)) {
                int at = bare(header).indexOf(word);
                if (at >= 0 && (guessed.get(at) == Meaning.UNUSED || guessed.get(at) == Meaning.ATTRIBUTE)) {
                    guessed.set(at, meaning);
                    break;
                }
            }
        }
        return guessed;
    }

    private static List<String> bare(List<String> header) {
        return header.stream()
                .map(name -> name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""))
                .toList();
    }

    /** A comma when some amount has one or two digits behind one, else a point. */
    static String decimal(List<String> amounts) {
        return amounts.stream().anyMatch(amount -> COMMA_DECIMAL.matcher(amount).matches()) ? "," : ".";
    }

    /** The first pattern that reads them all; null when ISO 8601 does, or nothing. */
    static @Nullable String dateFormat(List<String> days) {
        var filled =
                days.stream().map(String::strip).filter(day -> !day.isEmpty()).toList();
        if (filled.isEmpty() || reads(DateForms.ISO, filled)) {
            return null;
        }
        return DATES.stream()
                .filter(format -> reads(new DateForms(List.of(format), null), filled))
                .findFirst()
                .orElse(null);
    }

    private static boolean reads(DateForms forms, List<String> days) {
        var reader = forms.reader(ZoneOffset.UTC);
        try {
            days.forEach(reader::moment);
            return true;
        } catch (DateTimeException none) {
            return false;
        }
    }
}
