@NullMarked
package dev.tieout.rulechanges;

import org.jspecify.annotations.NullMarked;
