package dev.tieout.sources;

/** A file has been taken in for a close, or has replaced another. Published inside the transaction. */
public record SourceReceived(long closeId, SourceKind kind, long sourceId) {}
