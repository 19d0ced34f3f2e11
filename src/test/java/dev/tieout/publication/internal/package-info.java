@org.jspecify.annotations.NullMarked
package dev.tieout.publication.internal;
