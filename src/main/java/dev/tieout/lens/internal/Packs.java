package dev.tieout.lens.internal;

import dev.tieout.lens.LensPack;
import dev.tieout.lens.LensPack.Definition;
import dev.tieout.terms.AccountStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The packs that the product ships: for each a movement table in canonical form and a file of choices and definitions. */
@Component
class Packs {

    /** In the order in which they are shown. */
    static final List<String> IDS = List.of("chartmogul", "stripe", "profitwell", "maxio", "recurly", "chargebee");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<Pack> all = IDS.stream().map(Packs::read).toList();

    List<Pack> all() {
        return all;
    }

    static Pack read(String id) {
        String told = text("lenses/" + id + ".json");
        String table = text("lenses/" + id + ".csv");
        var file = JSON.readTree(told);
        var definitions = new ArrayList<Definition>();
        file.path("definitions")
                .forEach(one -> definitions.add(new Definition(
                        one.path("says").asString(), one.path("source").asString())));
        var notFollowed = new ArrayList<String>();
        file.path("notFollowed").forEach(one -> notFollowed.add(one.asString()));
        return new Pack(
                new LensPack(id, file.path("name").asString(), definitions, notFollowed),
                (ObjectNode) file.path("choices"),
                bearing(file.path("bearing")),
                file.path("bySubscription").asBoolean(false),
                table,
                sha256(told + "\n" + table));
    }

    private static @Nullable Set<AccountStatus> bearing(JsonNode names) {
        if (names.isMissingNode()) {
            return null;
        }
        var statuses = EnumSet.noneOf(AccountStatus.class);
        names.forEach(name -> statuses.add(AccountStatus.valueOf(name.asString())));
        return Collections.unmodifiableSet(statuses);
    }

    private static String text(String resource) {
        try (var stream = Packs.class.getClassLoader().getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("The build holds no " + resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
