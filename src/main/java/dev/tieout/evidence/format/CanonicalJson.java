package dev.tieout.evidence.format;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * JSON with one form for one value: keys in order, two spaces of indent, line feeds, UTF-8, decimals as plain strings, times in RFC 3339,
 * a line feed at the end.
 */
public final class CanonicalJson {

    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    private static final Separators SEPARATORS =
            Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER);

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addModule(new SimpleModule().addSerializer(BigDecimal.class, new PlainDecimal()))
            .build();

    private CanonicalJson() {}

    /** A value, such as a record, a map or a list, for reading by people and by programs. */
    public static byte[] bytes(Object value) {
        var printer =
                new DefaultPrettyPrinter(SEPARATORS).withObjectIndenter(LINES).withArrayIndenter(LINES);
        var text = MAPPER.writer().with(printer).writeValueAsString(MAPPER.valueToTree(value));
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The same in one line, for a cell. */
    public static String line(Object value) {
        return MAPPER.writeValueAsString(MAPPER.valueToTree(value));
    }

    /** A value written by {@link #bytes}; unknown keys and anything after it are refused with Jackson's exception. */
    public static <T> T read(byte[] json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    /** A string, so that no reader makes a binary fraction of it. */
    private static final class PlainDecimal extends StdSerializer<BigDecimal> {

        PlainDecimal() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.toPlainString());
        }
    }
}
