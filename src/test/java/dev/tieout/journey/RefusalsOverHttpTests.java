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
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a script sees of a refusal on the wire, where the container and the web UI have a say as well. */
@JourneyTest
class RefusalsOverHttpTests {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @BeforeEach
    void theDemoIsThere() {
        new Caller(port, "analyst").await("2026-08", "FINAL");
    }

    @Test
    void a_script_without_credentials_is_asked_for_them_and_not_sent_to_the_login_form() throws Exception {
        for (var credentials : new String[] {"", "analyst:wrong", "nobody:tieout"}) {
            var answer = send("GET", "/api/v1/me", credentials, "application/json");

            assertProblem(answer, 401, "not-signed-in");
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                    .startsWith("Basic ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/nonsense, application/json, 404, no-such-address",
        "DELETE, /api/v1/closes/2026-08, application/json, 405, method-not-allowed",
        "GET, /api/v1/closes/2026-08/sources/complete, application/json, 405, method-not-allowed",
        "POST, /api/v1/closes, application/x-yaml, 415, unsupported-media-type",
        "POST, /api/v1/closes/2026-08/sources?kind=billing&profile=generic-snapshot, application/json, 415, unsupported-media-type",
        "POST, /api/v1/closes/2026-08/sources, text/csv, 400, invalid-request",
        "POST, /api/v1/closes/2026-08/sources?kind=billing&profile=generic-snapshot, multipart/form-data, 400, invalid-request",
        "GET, /api/v1/closes/2026-08/movements?account=%00, application/json, 400, invalid-request",
        "GET, /api/v1/tasks?limit=0, application/json, 400, invalid-request",
        "GET, /api/v1/tasks?limit=many, application/json, 400, invalid-request",
        "GET, /api/v1/closes/2026-08/movements/a%2Fb, application/json, 404, no-such-movement",
        "GET, /api/v1/closes/2026-08/movements/50%25, application/json, 404, no-such-movement",
        "GET, /api/v1/closes/2026-08/movements/a%3Bb%5Cc, application/json, 404, no-such-movement",
        "GET, /api/v1/closes/2026-08/movements/a%0Ab, application/json, 400, malformed-address"
    })
    void every_refusal_is_a_problem_of_a_type(String method, String address, String media, int status, String type)
            throws Exception {
        assertProblem(send(method, address, "analyst:tieout", media), status, type);
    }

    @Test
    void people_still_get_a_page() throws Exception {
        var answer = send("GET", "/closes", "", "text/html");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login");
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(JsonPath.<String>read(answer.body(), "$.type")).isEqualTo("urn:tieout:problem:" + type);
        assertThat(JsonPath.<Integer>read(answer.body(), "$.status")).isEqualTo(status);
        assertThat(JsonPath.<String>read(answer.body(), "$.detail")).isNotBlank();
    }

    private HttpResponse<String> send(String method, String address, String credentials, String media)
            throws IOException, InterruptedException {
        var body = method.equals("POST") ? BodyPublishers.ofString("x") : BodyPublishers.noBody();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                .method(method, body)
                .header("Content-Type", media);
        if (!credentials.isEmpty()) {
            var basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + basic);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
