/** Published versions: the list of a close's, and the report page of one. */
@NullMarked
@NamedInterface("ui")
package dev.tieout.publication.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
