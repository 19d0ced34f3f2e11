package dev.tieout.lineage.internal;

/**
 * Where an edition's rows stand.
 *
 * @param published the tables of published versions rather than those of the close
 * @param key of the publication, or of the close
 * @param close the close in either case
 */
record Book(boolean published, long key, long close) {}
