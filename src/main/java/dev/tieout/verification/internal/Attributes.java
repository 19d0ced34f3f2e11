package dev.tieout.verification.internal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An account's attributes, as its movements carry them.
 *
 * @param values by name; what is not text is as JSON writes it
 */
record Attributes(Map<String, String> values) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The attributes of an account's movements, which all carry the same ones, and the same name. */
    static Attributes of(List<Row> movements) {
        var first = movements.getFirst();
        for (var row : movements) {
            for (var column : List.of("attributes", "account_name")) {
                if (!row.cell(column).equals(first.cell(column))) {
                    throw row.difference(column, first.key(column));
                }
            }
        }
        return parse(first);
    }

    private static Attributes parse(Row row) {
        var values = new TreeMap<String, String>();
        try {
            var object = JSON.readTree(row.key("attributes"));
            if (!object.isObject()) {
                throw row.difference("attributes", "a JSON object");
            }
            for (Map.Entry<String, JsonNode> each : object.properties()) {
                var value = each.getValue();
                if (!value.isNull()) {
                    values.put(each.getKey(), value.isString() ? value.asString() : value.toString());
                }
            }
            return new Attributes(values);
        } catch (JacksonException none) {
            throw row.difference("attributes", "a JSON object");
        }
    }

    /** The value by which a dimension slices; empty for an account without that attribute. */
    String slice(String dimension) {
        return values.getOrDefault(dimension, "");
    }
}
