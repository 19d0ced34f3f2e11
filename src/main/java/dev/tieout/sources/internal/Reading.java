package dev.tieout.sources.internal;

import dev.tieout.sources.SourceKind;
import java.time.YearMonth;
import java.util.Set;

/** What the cells of one file are read against: its close and its profile. */
record Reading(ImportContext context, Profile profile, DateReader dates, Set<String> periodNames) {

    /** Whether the rows are rejects that come again. */
    boolean corrections() {
        return profile.columns().stream().anyMatch(column -> column.field() == Field.CORRECTS);
    }

    /** Whether the rows are changes of lines. */
    boolean tellsEvents() {
        return profile.tellsEvents(context.kind());
    }

    static Reading of(ImportContext context, Profile profile) {
        return new Reading(context, profile, profile.dates().reader(context.zone()), context.periodNames());
    }

    /** The month whose end the file tells of: the close's last, or the one before it begins. */
    YearMonth month() {
        var period = context.kind() == SourceKind.OPENING ? context.period().previous() : context.period();
        return period.lastMonth();
    }

    /** The same with dates as the product itself writes them. */
    Reading withIsoDates() {
        return new Reading(context, profile, DateForms.ISO.reader(context.zone()), periodNames);
    }

    String noDay() {
        return "not a date like " + example("2026-10-31");
    }

    String noMoment() {
        return profile.dates().formats().isEmpty()
                ? "not a date like 2026-10-31 or a time like 2026-10-31T12:00:00Z"
                : "not a date like " + example("");
    }

    private String example(String otherwise) {
        var formats = profile.dates().formats();
        return formats.isEmpty() ? otherwise : String.join(" or ", formats);
    }
}
