@NullMarked
package dev.tieout.workflow.internal;

import org.jspecify.annotations.NullMarked;
