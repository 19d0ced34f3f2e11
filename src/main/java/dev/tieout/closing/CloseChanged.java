package dev.tieout.closing;

/**
 * Something that people sign for has changed and the sign-offs it touches are suspended. Published inside the transaction; whoever
 * waits for a decision on the former state can stop waiting.
 */
public record CloseChanged(long closeId, SignOff.Kind touched, String because) {}
