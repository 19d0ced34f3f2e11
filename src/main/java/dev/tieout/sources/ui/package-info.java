/** Files of a close with their receipts and rejects, and the way to hand files in. Tasks and closes show them. */
@NullMarked
@NamedInterface("ui")
package dev.tieout.sources.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
