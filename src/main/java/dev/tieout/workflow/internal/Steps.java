package dev.tieout.workflow.internal;

import java.util.List;

/** Automatic steps that belong together. */
@FunctionalInterface
interface Steps {

    List<Step> all();
}
