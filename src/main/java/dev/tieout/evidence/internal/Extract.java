package dev.tieout.evidence.internal;

import dev.tieout.evidence.format.PackFile;

/**
 * How a table of the pack is read: a query with a column for each of the file's, in its order, and the rows in the order of its key.
 *
 * @param source where it is read from, in words
 * @param logic what it shows, in one sentence
 */
record Extract(PackFile file, String source, String logic, String sql) {}
