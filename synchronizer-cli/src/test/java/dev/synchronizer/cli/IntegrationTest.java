package dev.synchronizer.cli;

import static dev.synchronizer.cli.AdministrationSchemaTest.violations;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.integration.IncomingTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other systems are told by commands, what comes from them is taken in, and what failed is seen to. */
class IntegrationTest {
    private static final String SHOP = """
            import dev.synchronizer.integration.*;
            import java.nio.file.*;
            public class Shop implements Connector {
                public String name() { return "shop"; }
                public List<Subscription> subscriptions() {
                    return List.of(Subscription.to(Subscription.Form.SNAPSHOT).types("Note"));
                }
                public Outcome process(OutgoingTask task, IdTranslator ids) {
                    Path folder = Path.of("FOLDER");
                    if (Files.exists(folder.resolve("down"))) {
                        throw new IllegalStateException("the shop is closed");
                    }
                    if (Files.exists(folder.resolve("refusing"))) {
                        return Outcome.ERROR_AND_SKIP;
                    }
                    try {
                        Files.writeString(folder.resolve("told"), task.operation() + " " + task.payload() + "\\n",
                                StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                    } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                    return Outcome.OK;
                }
                public IncomingChange map(IncomingTask task, IdTranslator ids) {
                    if (task.operation().equals("reply")) {
                        ids.require(task.payload());
                    }
                    return IncomingChange.saved(task.key(), "Note", "Letter " + task.key()).with("text", task.payload());
                }
            }
            """;

    @TempDir
    Path directory;

    private TwoServers servers;
    private String shop = "";

    @BeforeEach
    void start() throws IOException {
        servers = TwoServers.in(directory);
        String source = SHOP.replace("FOLDER", directory.toString().replace("\\", "\\\\"));
        shop = ModelJars.make(
                        directory.resolve("shop.jar"),
                        Map.of("Shop", source),
                        Map.of("dev.synchronizer.integration.Connector", "Shop"))
                .toString();
        assertThat(done("connectors")).isEqualTo("There are no connectors.\n");
        assertThat(done("connectors", "--handlers", shop))
                .containsPattern("shop +enabled +here +all of Note, with what it holds +park");
    }

    private CommandRun run(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "integration";
        System.arraycopy(words, 0, all, 1, words.length);
        return servers.run("here", all);
    }

    private String done(String... words) {
        CommandRun run = run(words);
        assertThat(run.exitCode()).as(String.join(" ", words) + run.err()).isZero();
        return run.out();
    }

    private void receive(String id, String key, String operation, String payload) {
        try (Synchronizer synchronizer = Synchronizer.builder()
                .dataSource(Drivers.of(servers.url("here"), null, null))
                .build()) {
            assertThat(synchronizer.integration().receive("shop", new IncomingTask(id, key, operation, payload)))
                    .isTrue();
        }
    }

    @Test
    void anotherSystemIsToldWhenTasksAreRun() throws IOException {
        String item = servers.create("here", "One");

        assertThat(done("connectors")).containsPattern("shop +enabled +elsewhere");
        assertThat(done("tasks")).containsPattern("1 +shop +out +PENDING +0 +\\S+ +CREATE of Note \"One\"");
        assertThat(done("show", "1")).contains("about item:" + item + ", to shop", "\"title\"", "PENDING");
        assertThat(done("run", "--all", "--handlers", shop)).containsPattern("1 +shop +out +DONE +ok");

        assertThat(Files.readString(directory.resolve("told")))
                .startsWith("CREATE {")
                .contains(item);
        assertThat(done("tasks", "--connector", "shop")).isEqualTo("There are no such tasks.\n");
        assertThat(done("tasks", "--state", "done")).contains("DONE");
        assertThat(done("tasks", "--all", "--limit", "1")).contains("DONE");
        assertThat(done("run", "--all", "--handlers", shop)).isEqualTo("Nothing to do.\n");
    }

    @Test
    void whatFailedIsTriedAgainWithoutANewChange() throws IOException {
        Path down = Files.createFile(directory.resolve("down"));
        servers.create("here", "One");

        CommandRun closed = run("run", "--all", "--handlers", shop);
        assertThat(closed.exitCode()).isEqualTo(1);
        assertThat(closed.out()).containsPattern("1 +shop +out +RETRY +the shop is closed");
        assertThat(run("run", "1", "--handlers", shop).exitCode()).isEqualTo(1);
        assertThat(done("show", "1")).contains("RETRY, tried 2 times, due at", "the shop is closed");

        Files.delete(down);
        assertThat(done("run", "--all", "--connector", "shop", "--handlers", shop))
                .containsPattern("1 +shop +out +DONE");
    }

    @Test
    void whatIsDeadIsRetriedOrDropped() throws IOException {
        Path refusing = Files.createFile(directory.resolve("refusing"));
        servers.create("here", "One");
        servers.create("here", "Two");
        CommandRun refused = run("run", "--all", "--handlers", shop);
        assertThat(refused.exitCode()).isEqualTo(5);
        assertThat(refused.out()).contains("Left are 1 (DEAD at shop), 2 (DEAD at shop)");
        assertThat(done("show", "1")).contains("integration retry 1", "integration drop 1");

        assertThat(done("retry", "--all", "--connector", "shop"))
                .containsPattern("1 +shop +out +RETRY")
                .containsPattern("2 +shop +out +RETRY");
        assertThat(run("run", "--all", "--handlers", shop).exitCode()).isEqualTo(5);
        assertThat(done("retry", "1")).containsPattern("1 +shop +out +RETRY");
        assertThat(done("drop", "2")).containsPattern("2 +shop +out +DROPPED");
        assertThat(done("retry", "2")).as("it stays dropped").contains("DROPPED");
        Files.delete(refusing);

        assertThat(done("run", "1", "--handlers", shop)).containsPattern("1 +shop +out +DONE");
        assertThat(Files.readString(directory.resolve("told"))).contains("One").doesNotContain("Two");
    }

    @Test
    void whatComesFromThereIsTakenIn() {
        receive("e1", "L1", "reply", "L0");
        assertThat(done("tasks")).containsPattern("1 +shop +in +PENDING +0 +\\S+ +reply of L1");

        CommandRun waiting = run("run", "--all", "--handlers", shop);
        assertThat(waiting.exitCode()).isEqualTo(5);
        assertThat(done("show", "1")).contains("from shop", "BLOCKED", "once an item is known by the id L0");

        receive("e2", "L0", "letter", "first");
        done("run", "--all", "--handlers", shop);
        assertThat(servers.done("here", "content", "list", "Note")).contains("Letter L0", "Letter L1");
    }

    @Test
    void answersAreWhatTheSchemasSay() throws IOException {
        servers.create("here", "One");
        holds("connectors", json("connectors"), "subscriptions");
        holds("tasks", json("tasks"), "direction");
        holds("task", json("show", "1"), "payload");
        Path refusing = Files.createFile(directory.resolve("refusing"));
        holds("results", json("run", "--all", "--handlers", shop), "undecided");
        holds("results", json("retry", "1"), "connector");
        Files.delete(refusing);
        holds("results", json("run", "1", "--handlers", shop), "outcome");
        holds("results", json("drop", "1"), "results");
    }

    private String json(String... words) {
        String[] all = new String[words.length + 2];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "--format";
        all[words.length + 1] = "json";
        return run(all).out();
    }

    private static void holds(String schema, String json, String member) throws IOException {
        assertThat(json).contains("\"" + member + "\"");
        assertThat(violations("integration-" + schema, json)).as(json).isEmpty();
        assertThat(violations("integration-" + schema, json.replace("\"" + member + "\"", "\"other\"")))
                .as(member)
                .isNotEmpty();
    }

    @Test
    void wrongUsageIsSaidWithTheWayOut() {
        servers.create("here", "One");
        assertThat(wrong("run")).contains("either TASK or --all says what to run");
        assertThat(wrong("run", "1", "--all")).contains("either TASK or --all");
        assertThat(wrong("run", "1", "--connector", "shop")).contains("--connector is of use with --all alone");
        assertThat(wrong("run", "--all")).contains("there is no connector here", "--handlers");
        assertThat(wrong("run", "1")).contains("CT1104");
        assertThat(wrong("run", "99", "--handlers", shop)).contains("CT1003");
        assertThat(wrong("show", "99")).contains("CT1003");
        assertThat(wrong("retry", "1", "99")).contains("CT1003");
        assertThat(wrong("retry")).contains("either TASK or --all says what to try anew");
        assertThat(wrong("retry", "--all", "--state", "conflict")).contains("retry, blocked or dead");
        assertThat(wrong("retry", "1", "--connector", "shop")).contains("--connector are of use with --all alone");
        assertThat(wrong("tasks", "--connector", "x")).contains("CT1102", "name one that there is: shop");
        assertThat(wrong("tasks", "--limit", "0")).contains("--limit is to be 1 at least");
        assertThat(done("tasks")).contains("PENDING");
    }

    private String wrong(String... words) {
        CommandRun run = run(words);
        assertThat(run.exitCode()).as(String.join(" ", words) + run.err()).isEqualTo(64);
        return run.err();
    }
}
