package dev.tieout.corrections.internal;

import dev.tieout.corrections.Change;
import dev.tieout.corrections.Changes;
import dev.tieout.corrections.Impact;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The texts in which notes and impacts are kept and hashed: keys sorted, amounts exact. */
@Component
class CorrectionJson {

    private final JsonMapper canonical = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    String write(Object value) {
        return canonical.writeValueAsString(value);
    }

    String write(Change change) {
        return canonical.writeValueAsString(Changes.write(change));
    }

    /** A note as one text: what its author said, in one spelling. */
    String note(String period, String comment, @Nullable String clause, List<Change> changes, String author) {
        var note = new LinkedHashMap<String, Object>();
        note.put("period", period);
        note.put("comment", comment);
        note.put("policyClause", clause == null ? "" : clause);
        note.put("raisedBy", author);
        note.put("changes", changes.stream().map(Changes::write).toList());
        return canonical.writeValueAsString(note) + "\n";
    }

    Change change(String text) {
        return Changes.read(List.of(object(text))).getFirst();
    }

    Map<String, Object> object(@Nullable String text) {
        return text == null
                ? Map.of()
                : canonical.readValue(text, new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    Impact impact(String text) {
        return canonical.readValue(text, Impact.class);
    }

    String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
