/** The late postings of a close, the form that raises a note about them, and one note with what it changes. Closes and tasks show them. */
@NullMarked
@NamedInterface("ui")
package dev.tieout.backpostings.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
