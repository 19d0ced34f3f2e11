/** The report as a PDF for a board: pages, fonts, drawing, tags. */
@NullMarked
package dev.tieout.exports.pdf;

import org.jspecify.annotations.NullMarked;
