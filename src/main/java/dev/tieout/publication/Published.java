package dev.tieout.publication;

/**
 * A version has been published. Announced inside the transaction that publishes it, after its rows are written: whoever keeps something
 * of that moment for later does it in the same transaction.
 */
public record Published(Publication publication) {}
