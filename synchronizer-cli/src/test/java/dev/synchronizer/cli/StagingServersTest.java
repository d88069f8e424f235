package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers are administered by commands. */
class StagingServersTest {
    @TempDir
    Path directory;

    private TwoServers servers;

    @BeforeEach
    void start() throws IOException {
        servers = TwoServers.in(directory);
    }

    private String add(String... more) {
        String[] all = new String[more.length + 5];
        System.arraycopy(new String[] {"staging", "servers", "add", "there", servers.url("there")}, 0, all, 0, 5);
        System.arraycopy(more, 0, all, 5, more.length);
        return servers.done("here", all);
    }

    @Test
    void theyAreAddedAndListed() {
        assertThat(servers.done("here", "staging", "servers", "list")).isEqualTo("There are no servers.\n");

        String added = add(
                "--server-user",
                "cms",
                "--secret",
                "env:THERE",
                "--on-conflict",
                "newest",
                "--on-failure",
                "SKIP",
                "--attempts",
                "3",
                "--retry-first",
                "500ms",
                "--retry-longest",
                "2h");

        String server = """
                there
                  state      enabled
                  place      %s
                  user       cms
                  secret     env:THERE
                  taken in   nothing
                  conflicts  newest
                  failures   skip
                  retries    3 attempts, 0.5s after the first, 2h at the most
                """.formatted(servers.url("there"));
        assertThat(added).isEqualTo(server + "Added.\n");
        assertThat(servers.done("here", "staging", "servers", "list")).isEqualTo(server);
        assertThat(servers.done("here", "staging", "servers", "add", "editors", "--accept", "--secret", "file:s"))
                .contains("place      none; it is told nothing", "secret     file:s", "taken in   what it tells");
    }

    @Test
    void howFarASenderDecidesIsSaidWhereItIsAccepted() {
        assertThat(servers.done(
                        "here",
                        "staging",
                        "servers",
                        "add",
                        "editors",
                        "--accept",
                        "--secret",
                        "file:s",
                        "--at-most",
                        "MERGE"))
                .contains("taken in   what it tells, deciding by merge at most");
        assertThat(servers.done("here", "staging", "servers", "list", "--format", "json"))
                .contains("\"atMost\": \"merge\"");
    }

    @Test
    void oneThatIsThereAlreadyIsReplacedOnlyWhereThatIsSaid() {
        add("--on-conflict", "merge");
        servers.done("here", "staging", "servers", "test", "there");
        servers.done("here", "staging", "servers", "disable", "there");

        CommandRun again = servers.run("here", "staging", "servers", "add", "there", servers.url("there"));
        assertThat(again.exitCode()).isEqualTo(64);
        assertThat(again.err()).contains("CT1002 error there: there is a server there already.", "by --replace");
        assertThat(servers.done("here", "staging", "servers", "list")).contains("conflicts  merge");

        String replaced = add("--replace");
        assertThat(replaced).contains("state      disabled", "conflicts  hold", "identity   ", "Saved.");
        assertThat(add("--replace")).contains("Nothing to do.");
        assertThat(servers.done(
                        "here",
                        "staging",
                        "servers",
                        "add",
                        "there",
                        "https://acme.org",
                        "--replace",
                        "--secret",
                        "env:THERE"))
                .contains("https://acme.org")
                .doesNotContain("identity");
    }

    @Test
    void theirIdentityIsAskedForAndRemembered() {
        add();

        assertThat(servers.done("here", "staging", "servers", "test", "there"))
                .matches("there answers: its identity is [0-9a-f-]{36}, which is remembered\\.\n");
        assertThat(servers.done("here", "staging", "servers", "test", "there")).endsWith(", as before.\n");
        assertThat(servers.done("here", "staging", "servers", "list")).containsPattern("identity   [0-9a-f-]{36}\n");
    }

    @Test
    void aCopyOfADatabaseIsWarnedOf() throws IOException {
        servers.done("here", "staging", "servers", "add", "there", servers.url("copy"));
        Files.copy(directory.resolve("here.mv.db"), directory.resolve("copy.mv.db"));

        CommandRun run = servers.run("here", "staging", "servers", "test", "there");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("CT1009 warning there: it is this server itself that answers");
        assertThat(servers.done("here", "staging", "servers", "list")).doesNotContain("identity");
    }

    @Test
    void anotherOneThatAnswersIsWarnedOf() throws IOException {
        servers.done("here", "staging", "servers", "add", "there", servers.url("moved"));
        Path moved = directory.resolve("moved.mv.db");
        Files.copy(directory.resolve("there.mv.db"), moved);
        servers.done("here", "staging", "servers", "test", "there");
        Files.delete(moved);
        Files.copy(directory.resolve("there.mv.db"), moved);

        CommandRun run = servers.run("here", "staging", "servers", "test", "there");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("CT1010 warning there: it is another server that answers than before");
        assertThat(run.out()).contains(", which is remembered.");
    }

    @Test
    void oneThatDoesNotAnswerIsNamedAndNoDatabaseIsMade() {
        servers.done("here", "staging", "servers", "add", "there", servers.url("nowhere"));
        servers.done("here", "staging", "servers", "add", "down", "jdbc:postgresql://127.0.0.1:1/d");

        CommandRun missing = servers.run("here", "staging", "servers", "test", "there");
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.err())
                .contains("CT1008 error there: the database of there cannot be opened: there is no such database");
        assertThat(directory.resolve("nowhere.mv.db")).doesNotExist();
        assertThat(servers.run("here", "staging", "servers", "test", "down").err())
                .contains("CT1008 error down: ", "refused");
        assertThat(servers.run("here", "staging", "servers", "test", "nobody").exitCode())
                .isEqualTo(64);
    }

    @Test
    void changesAreToldOnlyWhileItIsEnabled() {
        add();
        assertThat(servers.done("here", "staging", "servers", "disable", "there"))
                .contains("state      disabled", "Saved.");
        servers.create("here", "Untold");
        assertThat(servers.done("here", "staging", "tasks")).isEqualTo("There are no such tasks.\n");
        CommandRun run = servers.run("here", "staging", "run", "--all", "--target", "there");
        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).contains("CT1005 error servers: there is disabled");

        assertThat(servers.done("here", "staging", "servers", "enable", "there"))
                .contains("state      enabled");
        servers.create("here", "Told");
        assertThat(servers.done("here", "staging", "tasks")).contains("CREATE of Note \"Told\"");

        assertThat(servers.done("here", "staging", "servers", "remove", "there"))
                .startsWith("Removed.");
        assertThat(servers.run("here", "staging", "servers", "remove", "there").exitCode())
                .isEqualTo(64);
        assertThat(servers.done("here", "history", "--changes")).contains("there");
    }

    @Test
    void wrongUsageIsSaidWithTheWayOut() {
        assertThat(wrong("staging", "servers", "add", "x")).contains("PLACE is missing, or --accept");
        assertThat(wrong("staging", "servers", "add", "x", "ftp://x")).contains("CT1002", "write http(s)://");
        assertThat(wrong("staging", "servers", "add", "x", "https://x")).contains("CT1002", "shares no secret");
        assertThat(wrong("staging", "servers", "add", "x", "jdbc:h2:x", "--secret", "geheim42"))
                .contains("CT1002", "env:NAME")
                .doesNotContain("geheim42");
        assertThat(wrong("staging", "servers", "add", "x", "jdbc:h2:x", "--on-conflict", "win"))
                .contains("'win' is no policy; there are: hold, merge, ours, theirs, newest");
        assertThat(wrong("staging", "servers", "add", "x", "jdbc:h2:x", "--retry-first", "soon"))
                .contains("'soon' is no span of time such as 500ms, 30s, 5m or 1h");
        assertThat(wrong("staging", "servers", "add", "x", "jdbc:h2:x", "--retry-first", "1h"))
                .contains("no more than --retry-longest");
        assertThat(wrong("staging", "servers", "add", "x", "jdbc:h2:x", "--attempts", "0"))
                .contains("--attempts is to be 1 at least");
        assertThat(wrong("staging", "servers", "lst")).contains("there is no command lst", "write list");
        assertThat(CommandRun.of(directory, "staging", "servers").err()).contains("a command is missing");
    }

    private String wrong(String... arguments) {
        CommandRun run = servers.run("here", arguments);
        assertThat(run.exitCode()).as(String.join(" ", arguments) + run.err()).isEqualTo(64);
        return run.err();
    }
}
