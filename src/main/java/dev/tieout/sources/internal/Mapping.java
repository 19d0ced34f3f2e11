package dev.tieout.sources.internal;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A profile laid over the header of one file.
 *
 * @param header the names as the file has them
 * @param columns the profile's columns that the file has, by position
 * @param absent the profile's columns that it has not
 * @param attributes names of attribute columns by position
 * @param positions of every name, in lower case
 */
record Mapping(
        List<String> header,
        List<Placed> columns,
        List<Profile.Column> absent,
        Map<Integer, String> attributes,
        Map<String, Integer> positions) {

    static final int MOST_COLUMNS = 1_000;
    /** The column of the close's month, where each month has its own. */
    private static final Profile.Column OF_MONTH =
            new Profile.Column("", List.of(), Field.AMOUNT, CellRule.AMOUNT, true, true, "0", Map.of());

    /** A column and where it stands. */
    record Placed(int position, Profile.Column column) {}

    /** Lays the profile over a header, or says what does not fit. Names match whatever their case. */
    static Mapping of(Profile profile, List<String> header, YearMonth month) {
        var names = names(header);
        HeaderDrift.refuseRepeated(names);
        var known = known(profile);
        var columns = new ArrayList<Placed>();
        var others = new LinkedHashMap<Integer, String>();
        boolean monthFound = profile.months() == null;
        for (int i = 0; i < names.size(); i++) {
            var column = known.get(names.get(i));
            var ofMonth = column == null ? month(profile, header.get(i).strip()) : null;
            if (column != null) {
                columns.add(new Placed(i, column));
                allNames(column).forEach(known::remove);
            } else if (ofMonth == null) {
                others.put(i, names.get(i));
            } else if (ofMonth.equals(month)) {
                columns.add(new Placed(i, named(header.get(i))));
                monthFound = true;
            }
        }
        var absent = new ArrayList<>(new LinkedHashSet<>(known.values()));
        HeaderDrift.refuse(profile, absent, others.values(), monthFound ? null : month);
        var attributes = profile.others() == Profile.OtherColumns.ATTRIBUTES ? others : Map.<Integer, String>of();
        return new Mapping(List.copyOf(header), columns, absent, attributes, positions(names));
    }

    /** How many of the profile's columns a row of names has; -1 when it lacks a required one. */
    static int fit(Profile profile, List<String> header) {
        var names = Set.copyOf(names(header));
        int found = 0;
        boolean lacking = false;
        for (var column : profile.columns()) {
            boolean has = allNames(column).stream().anyMatch(names::contains);
            found += has ? 1 : 0;
            lacking |= column.required() && !has;
        }
        return lacking ? -1 : found;
    }

    /** How many of the profile's columns a row of names has. */
    static long likeness(Profile profile, List<String> header) {
        var names = Set.copyOf(names(header));
        return profile.columns().stream()
                .filter(column -> allNames(column).stream().anyMatch(names::contains))
                .count();
    }

    private static Map<String, Profile.Column> known(Profile profile) {
        var known = new LinkedHashMap<String, Profile.Column>();
        profile.columns().forEach(column -> allNames(column).forEach(name -> known.put(name, column)));
        return known;
    }

    private static List<String> allNames(Profile.Column column) {
        var all = new ArrayList<String>();
        all.add(column.header());
        all.addAll(column.also());
        return names(all);
    }

    static List<String> names(List<String> header) {
        return header.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static @Nullable YearMonth month(Profile profile, String header) {
        if (profile.months() == null) {
            return null;
        }
        try {
            return DateForms.formatter(profile.months()).parse(header, YearMonth::from);
        } catch (DateTimeException other) {
            return null;
        }
    }

    private static Profile.Column named(String header) {
        return new Profile.Column(
                header.strip(),
                OF_MONTH.also(),
                OF_MONTH.field(),
                OF_MONTH.rule(),
                OF_MONTH.required(),
                OF_MONTH.blank(),
                OF_MONTH.otherwise(),
                OF_MONTH.words());
    }

    private static Map<String, Integer> positions(List<String> names) {
        var positions = new HashMap<String, Integer>();
        for (int i = 0; i < names.size(); i++) {
            positions.putIfAbsent(names.get(i), i);
        }
        return positions;
    }

    int width() {
        return header.size();
    }

    /** The cell under that name, or nothing where there is none. */
    String cell(List<String> cells, String name) {
        var position = positions.get(name.strip().toLowerCase(Locale.ROOT));
        return position == null || position >= cells.size() ? "" : cells.get(position);
    }

    /** Where the column stands that fills a field; -1 when the file has none. */
    int position(Field field) {
        return columns.stream()
                .filter(placed -> placed.column().field() == field)
                .mapToInt(Placed::position)
                .findFirst()
                .orElse(-1);
    }

    /** The name of that column as the file writes it; null when it has none. */
    @Nullable
    String name(Field field) {
        int position = position(field);
        return position < 0 ? null : header.get(position).strip();
    }

    /** The fields that the file's own columns fill. */
    Set<Field> present() {
        var fields = EnumSet.noneOf(Field.class);
        for (var placed : columns) {
            if (placed.column().field() != null) {
                fields.add(placed.column().field());
            }
        }
        return fields;
    }
}
