package dev.tieout.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The application and all it started, killed while a close is on its way. */
class RestartTests {

    private static final String PERIOD = "2026-01";
    private static final String SOURCES = "/closes/" + PERIOD + "/sources";
    private static final String FRESH = "--tieout.embedded.fresh=true";

    /** What was at work when it was killed is delivered again when its lease has run out. */
    private static final String SHORT_LEASE = "--tieout.workflow.step-lease=PT3S";

    @Test
    void restarting_everything_in_the_middle_of_a_step_loses_nothing_and_repeats_nothing() throws Exception {
        try (var application = new ChildApplication(Path.of("target/tieout-restarts"))) {
            closeAcrossRestart(application);
            assertStops(application);
        }
    }

    private static void closeAcrossRestart(ChildApplication application) throws IOException, InterruptedException {
        try {
            application.start(FRESH, SHORT_LEASE);
            var analyst = provideSources(application.port);
            application.killWithEverythingItStarted();

            application.start(SHORT_LEASE);
            var approver = new Caller(application.port, "initech-approver");
            approver.complete(approver.awaitTask(PERIOD, "approve-classification"), "approve", "Reviewed");
            var controller = new Caller(application.port, "initech-controller");
            controller.complete(controller.awaitTask(PERIOD, "sign-off"), "approve", "Ties out");
            analyst.await(PERIOD, "FINAL");
            assertOnce(analyst);
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + application.told(), e);
        }
    }

    /** Answers the analyst, the moment that all sources are said to be in. */
    private static Caller provideSources(int port) {
        var created = new Caller(port, "operator").post("/organisations", "{\"id\":\"initech\",\"name\":\"Initech\"}");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        var analyst = new Caller(port, "initech-analyst");
        var opened = analyst.post("/closes", "{\"period\":\"" + PERIOD + "\"}");
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        provide(analyst, "opening&profile=generic-snapshot", HundredAccounts.opening(PERIOD));
        provide(analyst, "accounts&profile=generic-accounts", HundredAccounts.accounts());
        provide(analyst, "billing&profile=generic-snapshot", HundredAccounts.billing(PERIOD));
        provide(analyst, "ledger&profile=generic-ledger", HundredAccounts.ledger(PERIOD, "0.00"));
        var complete = analyst.post(SOURCES + "/complete", "");
        assertThat(complete.statusCode()).as(complete.body()).isEqualTo(200);
        return analyst;
    }

    private static void provide(Caller analyst, String kind, byte[] csv) {
        var received = analyst.upload(SOURCES + "?kind=" + kind, csv);
        assertThat(received.statusCode()).as(received.body()).isEqualTo(201);
    }

    private static void assertOnce(Caller analyst) {
        String report = analyst.get("/closes/" + PERIOD + "/report").body();
        assertThat(JsonPath.<String>read(report, "$.nrr")).isEqualTo("1.100000");
        assertThat(JsonPath.<String>read(report, "$.grr")).isEqualTo("0.950000");
        assertThat(JsonPath.<Integer>read(report, "$.version")).isEqualTo(1);
        assertThat(analyst.<List<Map<String, Object>>>read("/closes/" + PERIOD, "$.sources"))
                .hasSize(4);
        assertThat(analyst.<List<String>>read("/tasks?filter=completed", "$.items[*].kind"))
                .containsExactlyInAnyOrder("provide-sources", "approve-classification", "sign-off");
        assertThat(analyst.<List<String>>read("/tasks?filter=open", "$.items[*].kind"))
                .isEmpty();
        assertThat(analyst.<Boolean>read("/audit/verify", "$.intact")).isTrue();
    }

    private static void assertStops(ChildApplication application) throws IOException, InterruptedException {
        var servers = application.servers();
        assertThat(servers).hasSize(2);
        application.stop();
        // Dead at once; buried by whoever inherited them, which may take a moment or for ever.
        assertThat(servers)
                .noneMatch(server -> server.isAlive() && server.info().command().isPresent());
    }
}
