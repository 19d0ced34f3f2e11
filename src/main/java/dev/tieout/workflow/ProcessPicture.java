package dev.tieout.workflow;

import java.util.Set;

/** The process as a picture, for screens: the model and where a close stands in it. */
public interface ProcessPicture {

    /** The BPMN XML that is deployed, with its diagram. */
    String bpmnXml();

    /** Ids of the elements of the model at which a close is now: the tasks that wait for people, else the step at work. */
    Set<String> activeElements(long closeId);
}
