@org.jspecify.annotations.NullMarked
package dev.tieout.movements.ui;
