/** The evidence packs of a close on a screen. */
@NullMarked
@NamedInterface("ui")
package dev.tieout.evidence.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
