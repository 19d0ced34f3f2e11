package dev.tieout.workflow.internal;

import dev.tieout.organisation.OrganisationId;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobHandler;
import io.camunda.client.api.worker.JobWorker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Deploys the models and opens one polling worker for each job type, as soon as the engine lets it; stops them before anything else. */
@Component
@WithEngine
class ProcessWorkers implements SmartLifecycle {

    private static final int TASKS_AT_ONCE = 32;
    private static final int STEPS_AT_ONCE = 2;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(15);
    private static final String[] VARIABLES = {
        "organisation",
        "closeId",
        "period",
        "shard",
        "shardCount",
        "subject",
        ClassifiedFiles.VARIABLE,
        PublicationSteps.RECONCILED_REVISION
    };

    private static final Logger LOG = LoggerFactory.getLogger(ProcessWorkers.class);

    private final CamundaClient client;
    private final Engine engine;
    private final Processes processes;
    private final StepWorker stepWorker;
    private final TaskWorker taskWorker;
    private final CommandDispatch dispatch;
    private final Leases leases;
    private final List<Step> steps;
    private final List<JobWorker> workers = new ArrayList<>();
    private Thread starting = Thread.ofVirtual().unstarted(this::deployAndWork);
    private volatile boolean running;
    private volatile boolean deployed;

    ProcessWorkers(
            CamundaClient client,
            Engine engine,
            Processes processes,
            StepWorker stepWorker,
            TaskWorker taskWorker,
            CommandDispatch dispatch,
            Leases leases,
            List<Steps> steps) {
        this.client = client;
        this.engine = engine;
        this.processes = processes;
        this.stepWorker = stepWorker;
        this.taskWorker = taskWorker;
        this.dispatch = dispatch;
        this.leases = leases;
        this.steps = steps.stream().flatMap(some -> some.all().stream()).toList();
    }

    /** Without waiting for the engine: Tieout serves people also while it is away. */
    @Override
    public synchronized void start() {
        running = true;
        starting = Thread.ofVirtual().name("engine-start").start(this::deployAndWork);
    }

    private void deployAndWork() {
        var pause = FIRST_PAUSE;
        while (running) {
            try {
                processes.models().forEach(model -> engine.deploy(model.xml(), model.file()));
                openWorkers();
                return;
            } catch (Engine.Unavailable | Engine.Rejected e) {
                LOG.warn("the processes are not deployed yet: {}", e.getMessage());
            }
            if (!slept(pause)) {
                return;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private synchronized void openWorkers() {
        if (!running) {
            return;
        }
        deployed = true;
        for (var step : steps) {
            workers.add(worker(
                    step.jobType(),
                    (jobs, job) -> stepWorker.work(stepJob(job), step),
                    leases.length(),
                    STEPS_AT_ONCE));
        }
        workers.add(worker(
                PersonTasks.JOB_TYPE, (jobs, job) -> taskWorker.work(stepJob(job)), leases.length(), TASKS_AT_ONCE));
        dispatch.open();
        LOG.info(
                "{} processes are deployed, {} workers poll", processes.models().size(), workers.size());
    }

    /** Polling, not streaming: an abandoned job of a streaming worker was once not delivered again for minutes. */
    private JobWorker worker(String jobType, JobHandler handler, Duration lease, int atOnce) {
        return client.newWorker()
                .jobType(jobType)
                .handler(handler)
                .timeout(lease)
                .maxJobsActive(atOnce)
                .fetchVariables(VARIABLES)
                .streamEnabled(false)
                .open();
    }

    private static StepJob stepJob(ActivatedJob job) {
        var variables = job.getVariablesAsMap();
        return new StepJob(
                job.getKey(),
                job.getType(),
                job.getBpmnProcessId(),
                job.getElementId(),
                job.getProcessInstanceKey(),
                new OrganisationId(String.valueOf(variables.get("organisation"))),
                variables.get("closeId") instanceof Number close ? close.longValue() : null,
                StepWorker.RETRIES - job.getRetries() + 1,
                variables,
                job.getCustomHeaders());
    }

    /** Polls no more, and lets the steps at work end: what does not end in time is delivered again when its lease runs out. */
    @Override
    public synchronized void stop() {
        running = false;
        deployed = false;
        starting.interrupt();
        dispatch.close();
        workers.forEach(JobWorker::close);
        workers.clear();
        long looks = PATIENCE_AT_STOP.dividedBy(FIRST_PAUSE);
        while (!leases.isIdle() && looks-- > 0 && slept(FIRST_PAUSE)) {
            LOG.info("waiting for the steps at work");
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The engine knows the models and the workers poll. */
    boolean isDeployed() {
        return deployed;
    }

    private static boolean slept(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
