package dev.tieout.tasks;

/** A person has ended a task. Published inside the transaction; the process goes on from it. */
public record TaskCompleted(Task task, Decision decision) {}
