/** The pages that need every feature: working on a task, the closes, one close, the trail. */
@NullMarked
package dev.tieout.console.ui;

import org.jspecify.annotations.NullMarked;
