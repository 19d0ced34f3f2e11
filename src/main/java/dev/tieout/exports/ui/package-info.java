/** Downloads and sharing on the report page. */
@NullMarked
package dev.tieout.exports.ui;

import org.jspecify.annotations.NullMarked;
