package dev.tieout.sources;

import dev.tieout.sources.Sources.FileRefused;
import dev.tieout.terms.Refusal;
import java.io.FilterInputStream;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;

/** A file's body with the name under which its import is watched and cancelled. {@link Sources} gives one to a body that comes without. */
public final class Delivery extends FilterInputStream {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final String id;
    private final OptionalLong length;

    private Delivery(String id, OptionalLong length, InputStream body) {
        super(body);
        this.id = id;
        this.length = length;
    }

    /**
     * A body of some length.
     *
     * @param id of the sender's choice: 1 to 64 letters, digits, points, underlines or hyphens
     * @param length in bytes; negative when nobody knows
     */
    public static Delivery of(String id, long length, InputStream body) {
        if (!FORM.matcher(id).matches()) {
            throw new FileRefused(
                    Refusal.Kind.INVALID,
                    "malformed-import-id",
                    "“" + id + "” is no id of an import: 1 to 64 letters, digits, points, underlines or hyphens.");
        }
        return new Delivery(id, length < 0 ? OptionalLong.empty() : OptionalLong.of(length), body);
    }

    /** The body itself when it is one, else with a new id. */
    public static Delivery of(InputStream body) {
        return body instanceof Delivery delivery
                ? delivery
                : of(UUID.randomUUID().toString(), -1, body);
    }

    public String id() {
        return id;
    }

    /** In bytes, as the sender says. */
    public OptionalLong length() {
        return length;
    }
}
