/** How tasks are kept, and who may end which. */
@NullMarked
package dev.tieout.tasks.internal;

import org.jspecify.annotations.NullMarked;
