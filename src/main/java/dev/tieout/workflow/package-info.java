/**
 * Drives each close through the process in {@code bpmn/period-close.bpmn} on a Camunda engine: steps of the product become one service
 * call each, steps of people become tasks. The engine's types occur nowhere else; without an engine's address nothing here starts.
 */
@NullMarked
@ApplicationModule(displayName = "Workflow")
package dev.tieout.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
