package dev.tieout.lineage;

import org.jspecify.annotations.Nullable;

/**
 * A close as it stands now, or one of its published versions.
 *
 * @param version null for the close as it stands
 */
public record Edition(long closeId, @Nullable Integer version) {}
