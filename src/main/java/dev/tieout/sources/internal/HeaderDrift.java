package dev.tieout.sources.internal;

import dev.tieout.sources.Sources.FileRefused;
import dev.tieout.terms.Refusal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says how a header differs from what its profile knows: by name, so that somebody sees at once what the exporter has changed. */
final class HeaderDrift {

    private static final int LONGEST_SHOWN = 60;
    private static final int MOST_SHOWN = 20;

    private HeaderDrift() {}

    /** Blank names do not count: a spreadsheet leaves them over unused columns. */
    static void refuseRepeated(List<String> names) {
        var seen = new LinkedHashSet<String>();
        var repeated = names.stream()
                .filter(name -> !name.isEmpty() && !seen.add(name))
                .distinct()
                .toList();
        if (!repeated.isEmpty()) {
            throw wrong("The header names " + listed(repeated) + " more than once.");
        }
        if (names.size() > Mapping.MOST_COLUMNS) {
            throw wrong("The header has " + names.size() + " columns; " + Mapping.MOST_COLUMNS + " are allowed.");
        }
    }

    /** @param month the month that no column is headed with, where each month should have one */
    static void refuse(
            Profile profile, List<Profile.Column> absent, Collection<String> others, @Nullable YearMonth month) {
        var missing = new ArrayList<>(absent.stream()
                .filter(Profile.Column::required)
                .map(Profile.Column::header)
                .toList());
        if (month != null) {
            missing.add(month.toString());
        }
        var added = profile.others() == Profile.OtherColumns.IGNORE
                ? List.<String>of()
                : others.stream()
                        .filter(name -> profile.others() == Profile.OtherColumns.REFUSE || name.isBlank())
                        .toList();
        var complaints = new ArrayList<String>();
        if (!missing.isEmpty()) {
            complaints.add("lacks " + listed(missing));
        }
        if (!added.isEmpty()) {
            complaints.add("has " + listed(added) + ", which the profile does not know");
        }
        if (!complaints.isEmpty()) {
            throw wrong("The header does not fit the profile " + profile.name() + ": it "
                    + String.join(" and ", complaints) + ".");
        }
    }

    private static String listed(List<String> names) {
        var shown = String.join(
                ", ", names.stream().limit(MOST_SHOWN).map(HeaderDrift::shown).toList());
        return names.size() > MOST_SHOWN ? shown + " and " + (names.size() - MOST_SHOWN) + " more" : shown;
    }

    private static String shown(String name) {
        var clean = name.isBlank() ? "(no name)" : name.replaceAll("[\\p{Cntrl}\\uFFFD]", "·");
        return "“" + (clean.length() > LONGEST_SHOWN ? clean.substring(0, LONGEST_SHOWN) + "…" : clean) + "”";
    }

    private static FileRefused wrong(String sentence) {
        return new FileRefused(Refusal.Kind.INVALID, "wrong-header", sentence);
    }
}
