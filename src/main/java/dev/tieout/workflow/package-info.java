/**
 * Drives the processes in {@code bpmn/} on a Camunda engine — a period's close, a correction after it, a change of rules: steps of the
 * product become one service call each, steps of people become tasks. The engine's types occur nowhere else; without an engine's address
 * nothing here starts.
 */
@NullMarked
@ApplicationModule(displayName = "Workflow")
package dev.tieout.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
