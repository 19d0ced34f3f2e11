@NullMarked
package dev.tieout.workflow;

import org.jspecify.annotations.NullMarked;
