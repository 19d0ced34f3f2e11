@org.jspecify.annotations.NullMarked
package dev.tieout.web.internal;
