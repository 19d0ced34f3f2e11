package dev.tieout.backpostings;

/** A note was raised and waits for another person. */
public record BackPostingRaised(long backPostingId, long closeId) {}
