/** The task list. Working on a task takes what other features know, so that view stands in the console. */
@NullMarked
package dev.tieout.tasks.ui;

import org.jspecify.annotations.NullMarked;
