package dev.tieout.lineage.ui;

import com.vaadin.flow.router.QueryParameters;
import dev.tieout.lineage.Edition;
import dev.tieout.lineage.FigureCell;
import dev.tieout.metrics.BridgeLine;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the addresses of lineage pages ask for. What cannot be read falls back to the closing of the close as it stands. */
record LineageAddress(
        @Nullable Integer version,
        FigureCell cell,
        boolean annual,
        String account,
        @Nullable String line) {

    private static final int LONGEST = 6;

    static LineageAddress of(QueryParameters query) {
        var slug = query.getSingleParameter("line").orElse("").toLowerCase(Locale.ROOT);
        var figure = Arrays.stream(BridgeLine.values())
                .filter(line -> line.slug().equals(slug))
                .findFirst()
                .orElse(BridgeLine.CLOSING);
        var dimension = query.getSingleParameter("slice").orElse("");
        var value = dimension.isEmpty() ? "" : query.getSingleParameter("value").orElse("");
        return new LineageAddress(
                query.getSingleParameter("version")
                        .filter(text -> text.matches("\\d{1," + LONGEST + "}"))
                        .map(Integer::valueOf)
                        .orElse(null),
                new FigureCell(dimension, value, figure),
                query.getSingleParameter("view").orElse("").equalsIgnoreCase("ARR"),
                query.getSingleParameter("account").orElse(""),
                query.getSingleParameter("stream").orElse(null));
    }

    Edition edition(long closeId) {
        return new Edition(closeId, version);
    }

    /** Where the rows behind a movement are shown. */
    static String ofMovement(String period, @Nullable Integer version, String account, String line) {
        return "lineage/" + period + "?account=" + encoded(account) + (line.isEmpty() ? "" : "&stream=" + encoded(line))
                + (version == null ? "" : "&version=" + version);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
