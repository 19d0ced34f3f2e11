/** The figures of a close on a screen: headline ratios, the bridge as a chart and as a table, slices. */
@NullMarked
@NamedInterface("ui")
package dev.tieout.metrics.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
