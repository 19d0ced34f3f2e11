@NullMarked
package dev.tieout.movements.rest;

import org.jspecify.annotations.NullMarked;
