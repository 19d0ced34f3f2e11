package dev.tieout.publication.ui;

import com.vaadin.flow.router.QueryParameters;
import dev.tieout.publication.Report.View;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a report's address asks for. What cannot be read falls back to the latest version, MRR and no slice.
 *
 * @param version null for the latest
 */
record Asked(@Nullable Integer version, View view, String slice) {

    private static final int LONGEST = 6;

    static Asked of(QueryParameters query) {
        var version = query.getSingleParameter("version")
                .filter(text -> text.matches("\\d{1," + LONGEST + "}"))
                .map(Integer::valueOf)
                .orElse(null);
        var view = query.getSingleParameter("view").orElse("").toUpperCase(Locale.ROOT);
        return new Asked(
                version,
                Arrays.stream(View.values())
                        .filter(choice -> choice.name().equals(view))
                        .findFirst()
                        .orElse(View.MRR),
                query.getSingleParameter("slice").orElse(""));
    }
}
