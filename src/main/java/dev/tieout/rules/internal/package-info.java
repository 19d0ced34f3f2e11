/** How tables are read, checked, compiled, run and kept. The only place that knows of Drools. */
@NullMarked
package dev.tieout.rules.internal;

import org.jspecify.annotations.NullMarked;
