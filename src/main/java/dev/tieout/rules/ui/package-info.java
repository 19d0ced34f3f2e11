/** Rule tables on screen: as a table and as sentences, to read and to write. */
@NullMarked
@NamedInterface("ui")
package dev.tieout.rules.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
