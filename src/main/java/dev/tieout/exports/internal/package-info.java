/** How exports are written and share links kept. */
@NullMarked
package dev.tieout.exports.internal;

import org.jspecify.annotations.NullMarked;
