/** How back-posting notes are kept, decided and carried out. */
@NullMarked
package dev.tieout.backpostings.internal;

import org.jspecify.annotations.NullMarked;
