/** The notes about a close, one note with what it moves, and the form that raises one. Closes and tasks show them. */
@NullMarked
@NamedInterface("ui")
package dev.tieout.corrections.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
