/** Files as rows of text cells: compression, encoding, delimiter, spreadsheets. Knows nothing of what the cells mean. */
@NullMarked
package dev.tieout.sources.internal.reading;

import org.jspecify.annotations.NullMarked;
