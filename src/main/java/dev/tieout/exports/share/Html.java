package dev.tieout.exports.share;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.web.util.HtmlUtils;

/** The little markup that shared pages need. Every text goes through {@link #escaped}. */
final class Html {

    private Html() {}

    static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }

    /** A whole page; the body is markup. */
    static String page(String title, String body) {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + "<meta name=\"robots\" content=\"noindex, nofollow, noarchive\">"
                + "<meta name=\"referrer\" content=\"no-referrer\"><title>" + escaped(title) + "</title><style>"
                + SharedStyle.css() + "</style></head><body><main>" + body + "</main></body></html>";
    }

    /** A table whose first column names its rows. */
    static final class Table {

        private final StringBuilder html = new StringBuilder();

        Table(String caption, List<String> headings) {
            html.append("<div class=\"frame\" tabindex=\"0\" role=\"region\" aria-label=\"")
                    .append(escaped(caption))
                    .append("\"><table><caption>")
                    .append(escaped(caption))
                    .append("</caption><thead><tr>");
            headings.forEach(heading ->
                    html.append("<th scope=\"col\">").append(escaped(heading)).append("</th>"));
            html.append("</tr></thead><tbody>");
        }

        void row(List<String> cells) {
            row(cells, "<tr>");
        }

        void total(List<String> cells) {
            row(cells, "<tr class=\"total\">");
        }

        private void row(List<String> cells, String begin) {
            html.append(begin)
                    .append("<th scope=\"row\">")
                    .append(escaped(cells.getFirst()))
                    .append("</th>");
            cells.stream()
                    .skip(1)
                    .forEach(cell -> html.append("<td>").append(escaped(cell)).append("</td>"));
            html.append("</tr>");
        }

        String html() {
            return html + "</tbody></table></div>";
        }
    }
}
