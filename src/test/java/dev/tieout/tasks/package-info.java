@NullMarked
package dev.tieout.tasks;

import org.jspecify.annotations.NullMarked;
