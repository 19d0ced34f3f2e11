package dev.tieout.rules.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Looks through a workbook's parts before anything reads them: how large they are unpacked, and what has no place in a rule table. A few
 * kilobytes can unpack to gigabytes, and merged cells would leave cells empty that look full.
 */
final class WorkbookParts {

    private static final String UNREADABLE = "this is no XLSX workbook that can be read";
    private static final int MOST_PARTS = 200;
    private static final int LARGEST_UNPACKED = 100_000_000;

    private final Faults faults;
    private long unpacked;
    private int parts;

    private WorkbookParts(Faults faults) {
        this.faults = faults;
    }

    static void check(byte[] file, Faults faults) {
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            new WorkbookParts(faults).check(zip);
        } catch (IOException | IllegalArgumentException _) {
            faults.ofTable(UNREADABLE);
        }
        faults.refuseIfAny();
    }

    private void check(ZipFile zip) throws IOException {
        for (var part : Collections.list(zip.getEntries())) {
            parts++;
            if (part.getName().endsWith("vbaProject.bin")) {
                faults.ofTable("the workbook holds macros; save it as .xlsx without them");
            }
            try (var content = zip.getInputStream(part)) {
                scan(part.getName(), content);
            }
            if (parts > MOST_PARTS || unpacked > LARGEST_UNPACKED) {
                faults.ofTable("the workbook unpacks to more than a rule table ever holds");
                return;
            }
        }
        if (parts == 0) {
            faults.ofTable(UNREADABLE);
        }
    }

    /** Reads one part in pieces; what is looked for may lie across two of them, so the end of each is kept. */
    private void scan(String part, InputStream content) throws IOException {
        byte[] piece = new byte[65_536];
        boolean merged = false;
        boolean typed = false;
        String tail = "";
        for (int read = content.read(piece); read >= 0 && unpacked <= LARGEST_UNPACKED; read = content.read(piece)) {
            unpacked += read;
            String text = tail + new String(piece, 0, read, StandardCharsets.ISO_8859_1);
            merged |= text.contains("<mergeCell ") || text.contains(":mergeCell ");
            typed |= text.contains("<!DOCTYPE") || text.contains("<!ENTITY");
            tail = text.substring(Math.max(0, text.length() - 16));
        }
        if (merged && part.startsWith("xl/worksheets/")) {
            faults.ofTable("the sheet has merged cells; unmerge them and fill every row");
        }
        if (typed) {
            faults.ofTable("the workbook holds a document type, which no spreadsheet program writes");
        }
    }
}
