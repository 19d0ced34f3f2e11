/** The page that a share link opens, for readers without a login. */
@NullMarked
package dev.tieout.exports.share;

import org.jspecify.annotations.NullMarked;
