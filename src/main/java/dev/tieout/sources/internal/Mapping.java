package dev.tieout.sources.internal;

import dev.tieout.sources.Sources.FileRefused;
import dev.tieout.terms.Refusal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A profile laid over the header of one file.
 *
 * @param width how many cells a row has
 * @param columns the profile's columns that the file has, by position
 * @param absent the profile's columns that it has not
 * @param attributes names of attribute columns by position
 */
record Mapping(
        int width, Map<Integer, Profile.Column> columns, List<Profile.Column> absent, Map<Integer, String> attributes) {

    private static final int MOST_COLUMNS = 200;
    private static final int LONGEST_SHOWN = 60;

    /** Lays the profile over a header, or says what does not fit. Names match whatever their case. */
    static Mapping of(Profile profile, List<String> header) {
        var names = header.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        var known = new HashMap<String, Profile.Column>();
        profile.columns().forEach(column -> known.put(column.header(), column));
        refuseRepeated(names);
        var columns = new LinkedHashMap<Integer, Profile.Column>();
        var others = new LinkedHashMap<Integer, String>();
        for (int i = 0; i < names.size(); i++) {
            var column = known.remove(names.get(i));
            if (column == null) {
                others.put(i, names.get(i));
            } else {
                columns.put(i, column);
            }
        }
        refuseUnfit(profile, known, others);
        return new Mapping(names.size(), columns, List.copyOf(known.values()), others);
    }

    /** The fields that the file's own columns fill. */
    Set<Field> present() {
        var fields = EnumSet.noneOf(Field.class);
        columns.values().forEach(column -> fields.add(column.field()));
        return fields;
    }

    private static void refuseRepeated(List<String> names) {
        var seen = new LinkedHashSet<String>();
        var repeated = names.stream().filter(name -> !seen.add(name)).distinct().toList();
        if (!repeated.isEmpty()) {
            throw wrong("The header names " + listed(repeated) + " more than once.");
        }
        if (names.size() > MOST_COLUMNS) {
            throw wrong("The header has " + names.size() + " columns; " + MOST_COLUMNS + " are allowed.");
        }
    }

    private static void refuseUnfit(Profile profile, Map<String, Profile.Column> known, Map<Integer, String> others) {
        var missing = profile.columns().stream()
                .filter(column -> column.required() && known.containsKey(column.header()))
                .map(Profile.Column::header)
                .toList();
        var unknown = others.values().stream()
                .filter(name -> !profile.attributes() || name.isBlank())
                .toList();
        var complaints = new ArrayList<String>();
        if (!missing.isEmpty()) {
            complaints.add("lacks " + listed(missing));
        }
        if (!unknown.isEmpty()) {
            complaints.add("has " + listed(unknown) + ", which the profile does not know");
        }
        if (!complaints.isEmpty()) {
            throw wrong("The header does not fit the profile " + profile.name() + ": it "
                    + String.join(" and ", complaints) + ".");
        }
    }

    private static String listed(List<String> names) {
        return String.join(", ", names.stream().limit(20).map(Mapping::shown).toList());
    }

    private static String shown(String name) {
        return "“" + (name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) + "…" : name) + "”";
    }

    private static FileRefused wrong(String sentence) {
        return new FileRefused(Refusal.Kind.INVALID, "wrong-header", sentence);
    }
}
