package dev.tieout.metrics.ui;

import dev.tieout.metrics.Bridge;
import dev.tieout.metrics.BridgeLine;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the movements behind a figure are shown.
 *
 * @param version null for the close as it stands
 * @param view what the figures are shown as: MRR or ARR
 */
public record FigureLinks(String period, @Nullable Integer version, String view) {

    /** The address of the page for one figure, relative to the application's root. */
    public String to(Bridge bridge, BridgeLine line) {
        var address = new StringBuilder("figures/" + period + "?line=" + line.slug());
        if (version != null) {
            address.append("&version=").append(version);
        }
        if (!bridge.dimension().isEmpty()) {
            address.append("&slice=").append(encoded(bridge.dimension()));
            address.append("&value=").append(encoded(bridge.slice()));
        }
        if (!view.equals("MRR")) {
            address.append("&view=").append(view.toLowerCase(Locale.ROOT));
        }
        return address.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
