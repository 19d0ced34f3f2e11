/** How findings are made and follow-ups kept. */
@NullMarked
package dev.tieout.findings.internal;

import org.jspecify.annotations.NullMarked;
