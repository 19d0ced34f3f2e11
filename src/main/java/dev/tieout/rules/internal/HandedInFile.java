package dev.tieout.rules.internal;

import dev.tieout.rules.RuleDrafts;
import dev.tieout.rules.RuleDrafts.TooLarge;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A file that a person hands in: told apart by what it holds, never by its name. */
final class HandedInFile {

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private HandedInFile() {}

    /** Its lines of trimmed cells. */
    static List<List<String>> lines(byte[] file, Faults faults) {
        if (file.length > RuleDrafts.LARGEST_FILE) {
            throw new TooLarge();
        }
        return isZip(file) ? Workbook.lines(file, faults) : faults.linesOf(text(file, faults));
    }

    private static boolean isZip(byte[] file) {
        return file.length >= ZIP.length && ByteBuffer.wrap(file, 0, ZIP.length).equals(ByteBuffer.wrap(ZIP));
    }

    private static String text(byte[] file, Faults faults) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException _) {
            faults.ofTable("a table comes as an XLSX workbook or as comma-separated text in UTF-8");
            faults.refuseIfAny();
            return "";
        }
    }
}
