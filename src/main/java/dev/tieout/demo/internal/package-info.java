/** The generator and the script that plays the people of {@code acme}. */
@NullMarked
package dev.tieout.demo.internal;

import org.jspecify.annotations.NullMarked;
