/** The three legs in total, and the variances between them with what people say of each. Tasks and closes show them. */
@NullMarked
@NamedInterface("ui")
package dev.tieout.reconciliation.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
