@NullMarked
package dev.tieout.evidence.rest;

import org.jspecify.annotations.NullMarked;
