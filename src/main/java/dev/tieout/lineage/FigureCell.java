package dev.tieout.lineage;

import dev.tieout.metrics.BridgeLine;

/**
 * Where a figure stands: a line of the bridge in total or in one slice.
 *
 * @param dimension the attribute it slices by, empty in total
 * @param slice the attribute's value, empty in total and where the account has none
 */
public record FigureCell(String dimension, String slice, BridgeLine line) {}
