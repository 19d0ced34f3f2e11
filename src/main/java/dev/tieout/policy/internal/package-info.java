/** How policy versions are kept. */
@NullMarked
package dev.tieout.policy.internal;

import org.jspecify.annotations.NullMarked;
