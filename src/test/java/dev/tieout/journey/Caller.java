package dev.tieout.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** A person with nothing but an HTTP client, as with curl. */
final class Caller {

    private static final int LOOKS = 600;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String credentials;

    Caller(int port, String person) {
        this.base = "http://127.0.0.1:" + port + "/api/v1";
        this.credentials =
                "Basic " + Base64.getEncoder().encodeToString((person + ":tieout").getBytes(StandardCharsets.UTF_8));
    }

    /** Whether anyone is there and knows this person. */
    boolean answers() {
        try {
            return http.send(request("/me").build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException nobodyThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> upload(String path, byte[] csv) {
        return send(request(path).header("Content-Type", "text/csv").POST(BodyPublishers.ofByteArray(csv)));
    }

    HttpResponse<String> put(String path, byte[] csv) {
        return send(request(path).header("Content-Type", "text/csv").PUT(BodyPublishers.ofByteArray(csv)));
    }

    /** A file as a download gives it. */
    String csv(String path) {
        var answer = send(request(path).header("Accept", "text/csv").GET());
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** What a JSON path of an answer says. */
    @SuppressWarnings("TypeParameterUnusedInFormals") // as in JsonPath itself: the caller says what it expects
    <T> T read(String path, String jsonPath) {
        var answer = get(path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return JsonPath.read(answer.body(), jsonPath);
    }

    /** Waits until a close has come to a state; the process needs a moment for its steps. */
    void await(String period, String state) {
        String seen = "";
        for (int look = 0; look < LOOKS; look++) {
            var answer = get("/closes/" + period);
            seen = answer.body();
            if (answer.statusCode() == 200 && state.equals(JsonPath.<String>read(seen, "$.state"))) {
                return;
            }
            pause();
        }
        throw new AssertionError("expected " + state + ", but " + seen);
    }

    /** Waits for an open task of a kind in a close and answers its id. */
    long awaitTask(String period, String kind) {
        for (int look = 0; look < LOOKS; look++) {
            List<Integer> ids =
                    JsonPath.read(get("/closes/" + period).body(), "$.openTasks[?(@.kind=='" + kind + "')].id");
            if (!ids.isEmpty()) {
                return ids.getFirst();
            }
            pause();
        }
        throw new AssertionError(
                "no task " + kind + " in " + get("/closes/" + period).body());
    }

    /** Waits for an open task about one thing, of whatever close, and answers its id. */
    long awaitTaskAbout(String subject, String kind) {
        for (int look = 0; look < LOOKS; look++) {
            List<Integer> ids = JsonPath.read(
                    get("/tasks?filter=open").body(),
                    "$.items[?(@.subject=='" + subject + "' && @.kind=='" + kind + "')].id");
            if (!ids.isEmpty()) {
                return ids.getFirst();
            }
            pause();
        }
        throw new AssertionError(
                "no task " + kind + " in " + get("/tasks?filter=open").body());
    }

    /** Completes a task and expects that to be taken. */
    void complete(long task, String decision, String comment) {
        var answer = post(
                "/tasks/" + task + "/complete",
                "{\"decision\":\"%s\",\"comment\":\"%s\"}".formatted(decision, comment));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", credentials);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
