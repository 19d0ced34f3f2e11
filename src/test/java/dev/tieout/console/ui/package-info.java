@org.jspecify.annotations.NullMarked
package dev.tieout.console.ui;
