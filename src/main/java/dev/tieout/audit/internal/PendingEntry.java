package dev.tieout.audit.internal;

import dev.tieout.organisation.Actor;
import org.jspecify.annotations.Nullable;

/** A row that waits for its transaction's end to get its place in the chain. */
record PendingEntry(
        Actor actor,
        String action,
        String subject,
        @Nullable String before,
        @Nullable String after,
        @Nullable String why) {}
