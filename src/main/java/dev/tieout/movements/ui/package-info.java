/** The list of movements with its filters, and one movement with everything behind it. Tasks and closes show them. */
@NullMarked
@NamedInterface("ui")
package dev.tieout.movements.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
