@org.jspecify.annotations.NullMarked
package dev.tieout.console.rest;
