/** Workers, the outbox towards the engine, and the watch over both. */
@NullMarked
package dev.tieout.workflow.internal;

import org.jspecify.annotations.NullMarked;
