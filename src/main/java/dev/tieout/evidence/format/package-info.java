/**
 * The evidence pack as a format, free of any framework: which files it holds with which columns, how a cell is written and read back,
 * the manifest, the zip container and the signature.
 *
 * <p>Writer and verifier share it, so what one writes the other reads; everything else the verifier works out on its own.
 */
@NamedInterface("format")
@NullMarked
package dev.tieout.evidence.format;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
