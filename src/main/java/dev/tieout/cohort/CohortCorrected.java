package dev.tieout.cohort;

/**
 * An approved correction of an earlier period has changed the opening cohort of a close. Published inside the transaction; whatever was
 * made of the former cohort has to be made again.
 */
public record CohortCorrected(long closeId) {}
