@NullMarked
package dev.tieout.learning.ui;

import org.jspecify.annotations.NullMarked;
