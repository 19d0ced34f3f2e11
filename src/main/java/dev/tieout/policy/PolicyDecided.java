package dev.tieout.policy;

/** A proposed version was approved or rejected. */
public record PolicyDecided(int version) {}
