@NullMarked
package dev.tieout.lens.ui;

import org.jspecify.annotations.NullMarked;
