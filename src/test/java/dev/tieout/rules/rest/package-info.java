@org.jspecify.annotations.NullMarked
package dev.tieout.rules.rest;
