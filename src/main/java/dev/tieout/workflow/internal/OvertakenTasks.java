package dev.tieout.workflow.internal;

import dev.tieout.closing.Closes;
import dev.tieout.closing.SignOff;
import dev.tieout.closing.SignOffs;
import dev.tieout.tasks.TaskKind;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tasks of a close that lost their object: files or sign-offs changed since the step that the person is to decide about. */
@Component
class OvertakenTasks {

    /** The decision of a task that lost its object. */
    static final String CHANGED = "changed";

    static final String CLASSIFICATION_STANDS = "classificationStands";

    private final Closes closes;
    private final SignOffs signOffs;
    private final ClassifiedFiles files;

    OvertakenTasks(Closes closes, SignOffs signOffs, ClassifiedFiles files) {
        this.closes = closes;
        this.signOffs = signOffs;
        this.files = files;
    }

    /** Whether the classification sign-off of a close stands. */
    boolean classificationStands(long closeId) {
        return signOffs.of(closeId).stream()
                .anyMatch(signOff -> signOff.stands() && signOff.kind() == SignOff.Kind.CLASSIFICATION);
    }

    /** With which the process goes on from a task that lost its object. */
    Map<String, Object> goesOnWith(long closeId) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("decision", CHANGED);
        variables.put(CLASSIFICATION_STANDS, classificationStands(closeId));
        return variables;
    }

    /** Whether a task that is about to open has lost its object. Holds the close's revision until the transaction ends. */
    boolean isOvertaken(StepJob job, TaskKind kind) {
        long revision = closes.holdRevision(job.closeId());
        return switch (kind) {
            case APPROVE_CLASSIFICATION -> files.haveChanged(job);
            case RESOLVE_VARIANCES -> !classificationStands(job.closeId());
            case SIGN_OFF ->
                !classificationStands(job.closeId()) || revision != job.number(PublicationSteps.RECONCILED_REVISION);
            default -> false;
        };
    }
}
