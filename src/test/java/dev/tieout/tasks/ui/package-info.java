@org.jspecify.annotations.NullMarked
package dev.tieout.tasks.ui;
