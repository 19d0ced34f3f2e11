package dev.tieout.sources.internal;

import dev.tieout.sources.SourceKind;
import dev.tieout.sources.internal.reading.FileForm;
import dev.tieout.terms.AccountStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A saved column mapping, kept as data: which header means which field and how its cells are read. Columns are found by name, never by
 * position. The built-in ones lie under {@code profiles/}; an organisation's own are in the database. Described for people in
 * {@code src/docs/import-profiles.md}.
 *
 * @param title what people call it
 * @param kinds what files of this profile can tell
 * @param billingSystem whose status words the crosswalk translates
 * @param others what becomes of columns that it does not name
 * @param form how its files are written; what is null is found out
 * @param preamble how many lines may stand above the header
 * @param columns what the profile knows; one without a field is known and not used
 * @param months how headers of month columns are written ({@code uuuu-MM}); the close's own month is the amount
 * @param heading where headings stand whose text holds for the rows below them
 * @param skip rows that are no data: totals, balances carried forward
 * @param only rows that are the only ones of interest
 * @param entry columns that together name a row which has no id of its own
 * @param revenue names of the accounts that count where each row names the account on either side
 * @param plans billing interval by plan: {@code 1 month}, {@code quarter}, {@code 2 weeks}
 * @param sums whether rows of the same line are added up to it
 * @param zero what a line of no amount is, where the file has no status; ACTIVE when null
 * @param events whether rows are changes of lines; as an opening they are added up to when the period begins
 * @param history whether files of changes go back beyond the period; what stands there before it is what the period opens with
 */
record Profile(
        String name,
        @Nullable String title,
        Set<SourceKind> kinds,
        @Nullable String billingSystem,
        OtherColumns others,
        FileForm form,
        int preamble,
        NumberMarks numbers,
        DateForms dates,
        List<Column> columns,
        @Nullable String months,
        @Nullable Heading heading,
        List<RowFilter> skip,
        List<RowFilter> only,
        List<String> entry,
        Set<String> revenue,
        Map<String, String> plans,
        boolean sums,
        @Nullable AccountStatus zero,
        boolean events,
        boolean history) {

    static final String REJECT_LINE = "tieout_line";
    static final String REJECT_REASON = "tieout_reason";
    static final String REJECT_HEADING = "tieout_heading";
    static final String GENERIC_SYSTEM = "generic";

    /** Stands for the close's reporting currency where a file names none. */
    static final String REPORTING_CURRENCY = "@reporting-currency";

    Profile {
        kinds = Set.copyOf(kinds);
        others = Objects.requireNonNullElse(others, OtherColumns.REFUSE);
        form = Objects.requireNonNullElse(form, FileForm.UNKNOWN);
        numbers = Objects.requireNonNullElse(numbers, NumberMarks.PLAIN);
        dates = Objects.requireNonNullElse(dates, DateForms.ISO);
        columns = List.copyOf(columns);
        skip = skip == null ? List.of() : List.copyOf(skip);
        only = only == null ? List.of() : List.copyOf(only);
        entry = entry == null ? List.of() : List.copyOf(entry);
        revenue = revenue == null ? Set.of() : Set.copyOf(revenue);
        plans = plans == null ? Map.of() : Map.copyOf(plans);
    }

    /**
     * The same for rejected rows that come again: they bear the line and the reason, and below which heading they stood, in columns of
     * their own.
     */
    Profile forRejects() {
        var all = new ArrayList<>(columns);
        all.add(new Column(REJECT_LINE, List.of(), Field.CORRECTS, CellRule.LINE, true, false, null, Map.of()));
        all.add(new Column(REJECT_REASON, List.of(), null, null, false, false, null, Map.of()));
        if (heading != null) {
            all.add(new Column(REJECT_HEADING, List.of(), heading.field(), CellRule.ID, true, true, null, Map.of()));
        }
        return new Profile(
                name,
                title,
                kinds,
                billingSystem,
                others,
                new FileForm(FileForm.CSV, null, null, ",", null),
                0,
                numbers,
                dates,
                all,
                months,
                null,
                List.of(),
                List.of(),
                entry,
                revenue,
                plans,
                sums,
                zero,
                events,
                history);
    }

    /** Whether amounts are prices of plans, of which only the profile knows how often they are billed. */
    boolean pricesPlans() {
        return columns.stream().anyMatch(column -> column.field() == Field.PLAN);
    }

    /** The same under another name, with these billing intervals by plan. */
    Profile withPlans(String as, Map<String, String> intervals) {
        return new Profile(
                as,
                as.equals(name) ? title : null,
                kinds,
                billingSystem,
                others,
                form,
                preamble,
                numbers,
                dates,
                columns,
                months,
                heading,
                skip,
                only,
                entry,
                revenue,
                intervals,
                sums,
                zero,
                events,
                history);
    }

    /** Whether a file of that kind tells of changes rather than of balances. */
    boolean tellsEvents(SourceKind kind) {
        return events && kind == SourceKind.BILLING;
    }

    /** Whether rows of one line are added up to it. */
    boolean addsUp(SourceKind kind) {
        return sums || (events && kind == SourceKind.OPENING);
    }

    /** The header of the column that fills a field; the field's own name where none does. */
    String headerOf(Field field) {
        return columns.stream()
                .filter(column -> column.field() == field)
                .map(Column::header)
                .findFirst()
                .orElse(field.column());
    }

    String statusWordsOf() {
        return Objects.requireNonNullElse(billingSystem, GENERIC_SYSTEM);
    }

    String shownName() {
        return Objects.requireNonNullElse(title, name);
    }

    /** What becomes of a column that the profile does not name. */
    enum OtherColumns {
        /** It refuses the file: the form has changed, and somebody should look. */
        REFUSE,
        /** Nothing; for forms of which only a part is documented. */
        IGNORE,
        /** It is an attribute of the account. */
        ATTRIBUTES
    }

    /**
     * One column.
     *
     * @param also other names that it goes by
     * @param required the file must have it
     * @param blank a cell may be empty
     * @param otherwise the field's value when the column is absent, or a cell is empty and may be
     * @param words what its words mean, in lower case, before the rule reads them
     */
    record Column(
            String header,
            List<String> also,
            @Nullable Field field,
            @Nullable CellRule rule,
            boolean required,
            boolean blank,
            @Nullable String otherwise,
            Map<String, String> words) {

        Column {
            also = also == null ? List.of() : List.copyOf(also);
            words = words == null ? Map.of() : Map.copyOf(words);
        }
    }

    /**
     * A row of which only the cell under that header is filled, and whose text holds for the rows below it.
     *
     * @param field what it means
     */
    record Heading(String header, Field field) {}
}
