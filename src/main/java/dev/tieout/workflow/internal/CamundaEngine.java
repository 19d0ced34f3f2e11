package dev.tieout.workflow.internal;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The engine over its gRPC interface. */
@Component
@WithEngine
class CamundaEngine implements Engine {

    private static final Set<Status.Code> PASSING = Set.of(
            Status.Code.UNAVAILABLE,
            Status.Code.RESOURCE_EXHAUSTED,
            Status.Code.DEADLINE_EXCEEDED,
            Status.Code.CANCELLED,
            Status.Code.UNKNOWN,
            Status.Code.INTERNAL);

    private static final int TRIES = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

    private final CamundaClient client;

    CamundaEngine(CamundaClient client) {
        this.client = client;
    }

    @Override
    public void deploy(String xml, String fileName) {
        answer(() -> client.newDeployResourceCommand()
                .addResourceStringUtf8(xml, fileName)
                .send());
    }

    @Override
    public void start(String message, String correlationKey, String messageId, Map<String, Object> variables) {
        // Without time to live a message that finds an instance running starts nothing, now or later.
        answer(() -> client.newPublishMessageCommand()
                .messageName(message)
                .correlationKey(correlationKey)
                .messageId(messageId)
                .timeToLive(Duration.ZERO)
                .variables(variables)
                .send());
    }

    @Override
    public boolean complete(long jobKey, Map<String, Object> variables) {
        return stillThere(
                () -> client.newCompleteCommand(jobKey).variables(variables).send());
    }

    @Override
    public boolean raise(long jobKey, String errorCode, String sentence) {
        return stillThere(() -> client.newThrowErrorCommand(jobKey)
                .errorCode(errorCode)
                .errorMessage(sentence)
                .send());
    }

    @Override
    public boolean retry(long jobKey, int retries, Duration after, String sentence) {
        return stillThere(() -> client.newFailCommand(jobKey)
                .retries(retries)
                .retryBackoff(after)
                .errorMessage(sentence)
                .send());
    }

    @Override
    public boolean renew(long jobKey, Duration lease) {
        try {
            return stillThere(
                    () -> client.newUpdateTimeoutCommand(jobKey).timeout(lease).send());
        } catch (Rejected waitingForItsNextDelivery) {
            return true;
        }
    }

    @Override
    public String version() {
        return answer(() -> client.newTopologyRequest().send()).getGatewayVersion();
    }

    private static <T> boolean stillThere(Supplier<? extends CamundaFuture<T>> command) {
        try {
            answer(command);
            return true;
        } catch (Rejected rejected) {
            if (code(rejected.getCause()) == Status.Code.NOT_FOUND) {
                return false;
            }
            throw rejected;
        }
    }

    /** Sends again for a while when the engine is overloaded, each time after twice the pause. */
    private static <T> T answer(Supplier<? extends CamundaFuture<T>> command) {
        var pause = FIRST_PAUSE;
        for (int tried = 1; ; tried++) {
            try {
                return command.get().join();
            } catch (ClientException e) {
                var code = code(e);
                if (!PASSING.contains(code)) {
                    throw new Rejected(e);
                }
                if (code != Status.Code.RESOURCE_EXHAUSTED || tried == TRIES || !rested(pause)) {
                    throw new Unavailable(e);
                }
                pause = pause.multipliedBy(2);
            }
        }
    }

    private static Status.Code code(@Nullable Throwable thrown) {
        return thrown instanceof ClientStatusException refused ? refused.getStatusCode() : Status.Code.UNKNOWN;
    }

    private static boolean rested(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
