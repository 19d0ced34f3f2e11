package dev.tieout.reconciliation.internal;

import dev.tieout.reconciliation.VarianceNotes;
import dev.tieout.reconciliation.VarianceNotes.NoteRefused;
import dev.tieout.terms.Refusal.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/** A file as it may be kept: of a known type, which its first bytes and its name's ending agree on, under a name that misleads nobody. */
final class AttachedFile {

    private static final int NAME_LENGTH = 120;

    private static final Map<String, String> TYPES = Map.of(
            "pdf", "application/pdf",
            "png", "image/png",
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "csv", "text/csv",
            "txt", "text/plain");

    private final String name;
    private final String type;
    private final byte[] content;

    private AttachedFile(String name, String type, byte[] content) {
        this.name = name;
        this.type = type;
        this.content = content;
    }

    String name() {
        return name;
    }

    String type() {
        return type;
    }

    byte[] content() {
        return content;
    }

    /** Refuses what is empty, larger than allowed, of a type not allowed, or not what its name says. */
    static AttachedFile of(String sent, byte[] content) {
        if (content.length == 0) {
            throw refused(Kind.INVALID, "attachment-empty", "The file is empty.");
        }
        if (content.length > VarianceNotes.LARGEST) {
            throw refused(Kind.TOO_LARGE, "attachment-too-large", "An attachment has at most 10 MB.");
        }
        var name = named(sent);
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        var type = name.contains(".") ? TYPES.get(ending) : null;
        if (type == null || !looks(ending, content)) {
            throw refused(
                    Kind.INVALID,
                    "attachment-type",
                    type == null
                            ? "Attach a PDF, PNG, JPEG, XLSX, DOCX, CSV or TXT file."
                            : "The file's content is not what its name “" + name + "” says.");
        }
        return new AttachedFile(name, type, content);
    }

    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The last part of a path, without control and direction characters or what a file system or header would take for more. */
    private static String named(String sent) {
        var last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        var plain =
                last.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}\"<>:|?*;%]", "_").strip().replaceFirst("^[.]+", "");
        return plain.length() <= NAME_LENGTH ? plain : plain.substring(plain.length() - NAME_LENGTH);
    }

    private static boolean looks(String ending, byte[] content) {
        return switch (ending) {
            case "pdf" -> begins(content, "255044462d");
            case "png" -> begins(content, "89504e470d0a1a0a");
            case "jpg", "jpeg" -> begins(content, "ffd8ff");
            case "xlsx", "docx" -> begins(content, "504b0304") && holds(content, "[Content_Types].xml");
            default -> isText(content);
        };
    }

    private static boolean begins(byte[] content, String hex) {
        var magic = HexFormat.of().parseHex(hex);
        if (content.length < magic.length) {
            return false;
        }
        for (int place = 0; place < magic.length; place++) {
            if (content[place] != magic[place]) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(byte[] content, String entry) {
        return new String(content, StandardCharsets.ISO_8859_1).contains(entry);
    }

    private static boolean isText(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .chars()
                    .noneMatch(character ->
                            character < ' ' && character != '\t' && character != '\n' && character != '\r');
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }

    private static NoteRefused refused(Kind kind, String type, String sentence) {
        return new NoteRefused(kind, type, sentence);
    }
}
