package dev.synchronizer.cli;

import static dev.synchronizer.cli.AdministrationSchemaTest.violations;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connectors are disabled and enabled, and what becomes of their failures is said, where their code is not at hand. */
class ConnectorPoliciesTest {
    private static final String SHOP = """
            import dev.synchronizer.integration.*;
            public class Shop implements Connector {
                public String name() { return "shop"; }
                public List<Subscription> subscriptions() { return List.of(Subscription.to(Subscription.Form.SIMPLE)); }
                public Outcome process(OutgoingTask task, IdTranslator ids) { return Outcome.ERROR; }
            }
            """;

    @TempDir
    Path directory;

    private TwoServers servers;
    private String shop = "";

    @BeforeEach
    void start() throws IOException {
        servers = TwoServers.in(directory);
        shop = ModelJars.make(
                        directory.resolve("shop.jar"),
                        Map.of("Shop", SHOP),
                        Map.of("dev.synchronizer.integration.Connector", "Shop"))
                .toString();
        servers.done("here", "integration", "connectors", "--handlers", shop);
    }

    @Test
    void whatIsSavedWhileAConnectorIsDisabledIsNotTold() {
        assertThat(servers.done("here", "integration", "disable", "shop")).containsPattern("shop +disabled +elsewhere");
        servers.create("here", "Quiet");
        assertThat(servers.done("here", "integration", "enable", "shop")).containsPattern("shop +enabled");
        servers.create("here", "Told");

        assertThat(servers.done("here", "integration", "tasks"))
                .contains("Told")
                .doesNotContain("Quiet");
    }

    @Test
    void whatBecomesOfFailuresIsSaidForEach() throws IOException {
        assertThat(servers.done("here", "integration", "treat", "shop", "--attempts", "1", "--on-failure", "skip"))
                .contains("skip after 1 attempt");
        servers.create("here", "One");
        CommandRun run = servers.run("here", "integration", "run", "--all", "--handlers", shop);
        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.out()).contains("DEAD");

        String json = servers.done("here", "integration", "treat", "shop", "--retry-longest", "1h", "--format", "json");
        assertThat(json).contains("\"attempts\": 10", "\"retryLongestMillis\": 3600000", "\"onFailure\": \"PARK\"");
        assertThat(violations("integration-connectors", json)).isEmpty();
        assertThat(violations("integration-connectors", json.replace("\"attempts\": 10", "\"attempts\": \"x\"")))
                .isNotEmpty();
    }

    @Test
    void wrongUsageIsSaidWithTheWayOut() {
        assertThat(wrong("disable", "stop")).contains("CT1102", "shop");
        assertThat(wrong("treat", "shop", "--attempts", "0")).contains("--attempts is to be 1 at least");
        assertThat(wrong("treat", "shop", "--retry-first", "2h")).contains("no more than --retry-longest");
        assertThat(wrong("enable")).contains("NAME is missing");
    }

    private String wrong(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "integration";
        System.arraycopy(words, 0, all, 1, words.length);
        CommandRun run = servers.run("here", all);
        assertThat(run.exitCode()).as(String.join(" ", words) + run.err()).isEqualTo(64);
        return run.err();
    }
}
