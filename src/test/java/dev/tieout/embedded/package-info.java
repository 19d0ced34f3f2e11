@org.jspecify.annotations.NullMarked
package dev.tieout.embedded;
