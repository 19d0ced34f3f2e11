package dev.tieout.evidence.format;

/**
 * One file in the zip, as its headers say it.
 *
 * @param stored whether its bytes stand as they are; otherwise they are deflated
 * @param crc CRC-32 of the content
 * @param bytes length of the content
 * @param storedBytes length of what stands in the zip
 */
public record RawEntry(String path, boolean stored, long crc, long bytes, long storedBytes) {}
