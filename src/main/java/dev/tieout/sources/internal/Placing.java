package dev.tieout.sources.internal;

import dev.tieout.sources.SourceKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a file places its rows in their period, under the timestamp rule of the policy: a timestamp, and for rows without one the
 * column that states their period. Keeps what the file wrote there.
 *
 * @param by the timestamp's column as the file names it; null when it has none
 * @param cutoff to the second
 * @param otherwise the column that states the period; null when it has none
 */
record Placing(
        @Nullable String by,
        @Nullable String otherwise,
        Reading reading,
        String cutoff,
        int at,
        int stated,
        List<Moment> moments) {

    /** A column that can place an event: what is read from it, where it stands, -1 for nowhere, and its name. */
    private record Moment(Field field, int position, String header) {

        static Moment of(Field field, Reading reading, Mapping mapping) {
            var name = mapping.name(field);
            return new Moment(
                    field,
                    mapping.position(field),
                    name == null ? reading.profile().headerOf(field) : name);
        }
    }

    private static final int TO_THE_SECOND = "2026-10-31T23:59:59".length();

    static Placing of(Reading reading, Mapping mapping) {
        var timestamp = switch (reading.context().kind()) {
            case LEDGER -> Field.POSTED_ON;
            case BILLING, OPENING -> reading.context().goesByLedger() ? Field.LEDGER_POSTED_AT : Field.POSTED_AT;
            default -> null;
        };
        var month = mapping.name(Field.PERIOD);
        boolean wide = reading.profile().months() != null;
        return new Placing(
                timestamp == null ? null : mapping.name(timestamp),
                wide ? mapping.name(Field.AMOUNT) : month,
                reading,
                toTheSecond(reading.context().cutoff().toString()),
                timestamp == null ? -1 : mapping.position(timestamp),
                mapping.position(Field.PERIOD),
                moments(reading, mapping));
    }

    /** First those that the policy goes by. */
    private static List<Moment> moments(Reading reading, Mapping mapping) {
        var fields = reading.context().goesByLedger()
                ? List.of(Field.LEDGER_POSTED_AT, Field.POSTED_AT, Field.EFFECTIVE_AT)
                : List.of(Field.POSTED_AT, Field.EFFECTIVE_AT);
        return fields.stream().map(field -> Moment.of(field, reading, mapping)).toList();
    }

    void place(StagedRow row, List<String> cells) {
        var kind = reading.context().kind();
        if (kind == SourceKind.LEDGER) {
            keepIfOther(row, cells, row.value(Field.POSTED_ON));
        } else if (kind == SourceKind.BILLING || kind == SourceKind.OPENING) {
            placeLine(row, cells);
        }
    }

    private void placeLine(StagedRow row, List<String> cells) {
        var context = reading.context();
        if (reading.profile().events()) {
            keepMoment(row, cells);
            return;
        }
        if (context.goesByLedger()) {
            row.set(Field.POSTED_AT, row.value(Field.LEDGER_POSTED_AT));
        }
        var posted = row.value(Field.POSTED_AT);
        if (posted == null) {
            var period = stated < 0 ? "" : cells.get(stated).strip();
            row.set(
                    Field.PLACED_VALUE,
                    period.isEmpty() || period.equals(context.period().toString()) ? null : period);
            return;
        }
        keepIfOther(row, cells, posted);
        if (!isBeforeCutoff(posted)) {
            var moment = Instant.parse(posted);
            var on = LocalDate.ofInstant(moment, context.zone());
            row.set(Field.BELONGS_TO, context.periodOf(moment, on).toString());
        }
    }

    /** Told by its text to the second, without reading every moment of a million again; a cutoff is on a full second. */
    private boolean isBeforeCutoff(String moment) {
        return toTheSecond(moment).compareTo(cutoff) < 0;
    }

    private static String toTheSecond(String moment) {
        return moment.substring(0, TO_THE_SECOND);
    }

    /**
     * An event is placed by the posting that the policy goes by; one without it by billing's, and one that nobody posted by when it took
     * effect. Whichever it was is kept beside it.
     */
    private void keepMoment(StagedRow row, List<String> cells) {
        moments.stream()
                .filter(moment -> row.value(moment.field()) != null)
                .findFirst()
                .ifPresent(moment -> {
                    var read = row.value(moment.field());
                    row.set(Field.PLACED_BY, moment.header());
                    if (moment.field() == Field.LEDGER_POSTED_AT) {
                        row.set(Field.POSTED_AT, read);
                    }
                    keepIfOther(row, cells, moment.position(), read);
                });
    }

    private void keepIfOther(StagedRow row, List<String> cells, @Nullable String read) {
        keepIfOther(row, cells, at, read);
    }

    private static void keepIfOther(StagedRow row, List<String> cells, int position, @Nullable String read) {
        if (position >= 0 && read != null) {
            var written = cells.get(position).strip();
            row.set(Field.PLACED_VALUE, written.equals(read) ? null : written);
        }
    }
}
