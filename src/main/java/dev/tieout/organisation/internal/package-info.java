/** How people are found and how the database learns who acts. */
@NullMarked
package dev.tieout.organisation.internal;

import org.jspecify.annotations.NullMarked;
