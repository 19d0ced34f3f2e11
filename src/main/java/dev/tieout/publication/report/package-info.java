/** The report in its written forms, free of any framework: what REST answers, what exports hold and what an evidence pack is compared by. */
@NamedInterface("report")
@NullMarked
package dev.tieout.publication.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
