package dev.tieout.policy;

/** A version waits for another person's approval. */
public record PolicyProposed(int version, int taskSlaDays) {}
