@NullMarked
package dev.tieout.publication.report;

import org.jspecify.annotations.NullMarked;
