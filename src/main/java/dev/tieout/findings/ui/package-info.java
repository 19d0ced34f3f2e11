/** Findings on the report page, and the page of follow-ups. */
@NullMarked
package dev.tieout.findings.ui;

import org.jspecify.annotations.NullMarked;
