/** The frame around every view and the pieces that views share: headings, facts, badges, words, formatted numbers, notices. */
@NullMarked
@NamedInterface("ui")
package dev.tieout.web.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
