package dev.tieout.sources.internal.reading;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Which cell styles show a number as a date, and what day the number means. */
final class DateStyles {

    private static final Set<Integer> BUILT_IN = Set.of(14, 15, 16, 17, 22, 27, 30, 36, 50, 57);
    private static final int MOST_STYLES = 100_000;
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);
    /** The day of number 0, with the 29 February 1900 that never was made up for. */
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);

    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal LAST = BigDecimal.valueOf(2_958_466);

    private final List<Boolean> styles = new ArrayList<>();
    private final LocalDate epoch;

    private DateStyles(LocalDate epoch) {
        this.epoch = epoch;
    }

    static DateStyles read(@Nullable InputStream part, boolean from1904) throws IOException {
        var dates = new DateStyles(from1904 ? EPOCH_1904 : EPOCH);
        if (part == null) {
            return dates;
        }
        var own = new HashMap<String, Boolean>();
        try (var xml = Markup.of(part)) {
            while (xml.nextElement() && dates.styles.size() < MOST_STYLES && own.size() < MOST_STYLES) {
                if (xml.is("numFmt")) {
                    own.put(text(xml.attribute("numFmtId")), isDate(text(xml.attribute("formatCode"))));
                } else if (xml.is("cellXfs")) {
                    dates.readStyles(xml, own);
                }
            }
        } catch (XMLStreamException e) {
            throw Workbook.malformed();
        }
        return dates;
    }

    private void readStyles(Markup xml, Map<String, Boolean> own) throws XMLStreamException {
        while (xml.nextElementWithin("cellXfs") && styles.size() < MOST_STYLES) {
            if (xml.is("xf")) {
                var format = text(xml.attribute("numFmtId"));
                styles.add(own.getOrDefault(format, isBuiltIn(format)));
            }
        }
    }

    private static boolean isBuiltIn(String format) {
        return format.length() < 4
                && format.chars().allMatch(Character::isDigit)
                && !format.isEmpty()
                && BUILT_IN.contains(Integer.valueOf(format));
    }

    /** A format with a day or a year in it, outside of quoted text and of colours. */
    private static boolean isDate(String code) {
        var bare = code.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.", "").toLowerCase(java.util.Locale.ROOT);
        return bare.indexOf('d') >= 0 || bare.indexOf('y') >= 0;
    }

    private static String text(@Nullable String attribute) {
        return attribute == null ? "" : attribute;
    }

    /** Whether cells of that style show dates. */
    boolean isDate(@Nullable String style, BigDecimal number) {
        if (style == null || style.length() > 6 || !style.chars().allMatch(Character::isDigit) || style.isEmpty()) {
            return false;
        }
        int index = Integer.parseInt(style);
        return index < styles.size() && styles.get(index) && number.signum() >= 0 && number.compareTo(LAST) < 0;
    }

    /** A day, or a day and a time to the second: 2026-10-31, 2026-10-31T12:00:00. */
    String text(BigDecimal number) {
        var day = epoch.plusDays(number.longValue());
        long seconds = number.remainder(BigDecimal.ONE)
                .multiply(SECONDS)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValue();
        return seconds == 0
                ? day.toString()
                : LocalDateTime.of(day, LocalTime.MIDNIGHT).plusSeconds(seconds).toString();
    }
}
