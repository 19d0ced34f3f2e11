package dev.tieout.workflow.internal;

import dev.tieout.closing.CloseState;
import dev.tieout.cohort.Cohort;
import dev.tieout.movements.Movements;
import dev.tieout.sources.Sources;
import dev.tieout.terms.MovementClass;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The steps from the opening cohort to movements that a person can approve. */
@Component
class ClassificationSteps implements Steps {

    private static final String SHARDS = "shardCount";

    private final Cohort cohort;
    private final Sources sources;
    private final Movements movements;
    private final ClassifiedFiles files;

    ClassificationSteps(Cohort cohort, Sources sources, Movements movements, ClassifiedFiles files) {
        this.cohort = cohort;
        this.sources = sources;
        this.movements = movements;
        this.files = files;
    }

    @Override
    public List<Step> all() {
        return List.of(
                Step.of("freeze-cohort", CloseState.OPEN, this::freezeCohort),
                Step.of("validate-import", CloseState.CLASSIFYING, this::validateImport),
                Step.of("prepare-shards", CloseState.CLASSIFYING, this::prepareShards),
                Step.of("classify-shard", CloseState.CLASSIFYING, this::classifyShard),
                Step.of("count-unclassified", CloseState.CLASSIFYING, this::countUnclassified));
    }

    private Map<String, Object> freezeCohort(StepJob job) {
        cohort.freeze(job.closeId());
        return Map.of();
    }

    /** In the first period the cohort comes from the opening file, which is in only now. */
    private Map<String, Object> validateImport(StepJob job) {
        boolean complete = sources.exceptions(job.closeId()).isEmpty();
        if (complete) {
            cohort.freeze(job.closeId());
        }
        return Map.of("importComplete", complete);
    }

    private Map<String, Object> prepareShards(StepJob job) {
        int count = movements.shards(job.closeId());
        return Map.of(
                "shards",
                IntStream.range(0, count).boxed().toList(),
                SHARDS,
                count,
                ClassifiedFiles.VARIABLE,
                files.standing(job.closeId()));
    }

    private Map<String, Object> classifyShard(StepJob job) {
        movements.classify(job.closeId(), (int) job.number("shard"), (int) job.number(SHARDS));
        return Map.of();
    }

    private Map<String, Object> countUnclassified(StepJob job) {
        long unclassified = movements.counts(job.closeId()).getOrDefault(MovementClass.UNCLASSIFIED, 0L);
        return Map.of("unclassified", unclassified, "sourcesChanged", files.haveChanged(job));
    }
}
