package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is saved is told to another server by commands, and what cannot be told is seen to. */
class StagingTasksTest {
    @TempDir
    Path directory;

    private TwoServers servers;

    @BeforeEach
    void start() throws IOException {
        servers = TwoServers.telling(directory);
    }

    @Test
    void whatIsSavedArrivesWhenTasksAreRun() {
        String item = servers.create("here", "One");

        assertThat(servers.done("here", "staging", "tasks"))
                .containsPattern("1     there   PENDING  0         \\S+  CREATE of Note \"One\"");
        assertThat(servers.done("here", "staging", "show", "1"))
                .contains("about item:" + item, "passed this server", "values.title  (nothing)  \"One\"")
                .contains("there: PENDING");
        assertThat(servers.done("here", "staging", "run", "--all")).contains("1     there   DONE   applied");

        assertThat(servers.show("there", item)).contains("title", "One");
        assertThat(servers.done("here", "staging", "tasks")).isEqualTo("There are no such tasks.\n");
        assertThat(servers.done("here", "staging", "tasks", "--all")).contains("DONE");
        assertThat(servers.done("here", "staging", "tasks", "--state", "done")).contains("DONE");
        assertThat(servers.done("here", "staging", "show", "1")).contains("there: DONE, tried once");
        assertThat(servers.done("here", "staging", "run", "--all")).isEqualTo("Nothing to do.\n");
    }

    @Test
    void aTaskGoesWithWhatItNeeds() {
        String parent = servers.create("here", "Parent");
        String child = servers.create("here", "Child", "--parent", parent);
        servers.create("here", "Other");

        assertThat(servers.done("here", "staging", "run", "2")).contains("2     there   DONE");

        assertThat(servers.show("there", child)).contains("below " + parent);
        assertThat(servers.done("here", "staging", "tasks")).contains("Other").doesNotContain("Parent");
        servers.create("here", "More");
        String two = servers.done("here", "staging", "tasks", "--limit", "1");
        assertThat(two).contains("Other", "There are more; --limit").doesNotContain("More\"");
    }

    @Test
    void aConflictIsShownByProperty() {
        servers.conflict();

        assertThat(servers.done("here", "staging", "show", "2"))
                .contains("there: CONFLICT, tried once", "Decide by staging resolve 2 --ours, --theirs or --merge.")
                .containsPattern("values.title +\"One\" +\"Ours\" +\"Theirs\" +changed by both")
                .containsPattern("values.text +\\(nothing\\) +\\(nothing\\) +\"Added\"");
        CommandRun again = servers.run("here", "staging", "run", "--all");
        assertThat(again.exitCode()).isEqualTo(5);
        assertThat(again.out()).contains("Somebody has to decide about 2 (CONFLICT at there)");
    }

    @Test
    void oursIsWrittenOverTheirs() {
        String item = servers.conflict();

        assertThat(servers.done("here", "staging", "resolve", "2", "--ours")).contains("2     there   DONE");

        assertThat(servers.show("there", item)).contains("Ours").doesNotContain("Theirs");
        assertThat(servers.run("here", "staging", "resolve", "2", "--ours").err())
                .contains("CT1004 error 2: the task 2 is not in conflict at there, it is DONE");
    }

    @Test
    void theirsIsTakenOver() {
        String item = servers.conflict();

        assertThat(servers.done("here", "staging", "resolve", "2", "--theirs", "--target", "there"))
                .containsPattern("DONE +this server has taken over what the other one holds");

        assertThat(servers.show("here", item)).contains("Theirs", "Added").doesNotContain("Ours");
        assertThat(servers.show("there", item)).contains("Theirs");
        assertThat(servers.done("here", "staging", "tasks")).isEqualTo("There are no such tasks.\n");
    }

    @Test
    void whatDoesNotOverlapIsPutTogether() {
        String item = servers.create("here", "One");
        servers.done("here", "staging", "run", "--all");
        servers.set("here", item, "title=Ours");
        servers.set("there", item, "text=Added");
        assertThat(servers.run("here", "staging", "run", "--all").exitCode()).isEqualTo(5);

        assertThat(servers.done("here", "staging", "resolve", "2", "--merge")).contains("DONE");

        assertThat(servers.show("there", item)).contains("Ours", "Added");
    }

    @Test
    void whatOverlapsStaysInConflict() {
        String item = servers.conflict();

        CommandRun merged = servers.run("here", "staging", "resolve", "2", "--merge");

        assertThat(merged.exitCode()).isEqualTo(5);
        assertThat(merged.out()).contains("CONFLICT");
        assertThat(servers.show("there", item)).contains("Theirs");
    }

    @Test
    void whatCannotBeReachedIsTriedAgain() throws IOException {
        Path there = directory.resolve("there.mv.db");
        Path away = directory.resolve("away.mv.db");
        String item = servers.create("here", "One");
        Files.move(there, away);

        CommandRun down = servers.run("here", "staging", "run", "--all");
        assertThat(down.exitCode()).isEqualTo(1);
        assertThat(down.out())
                .contains("1     there   RETRY", "the database of there cannot be opened: there is no such database");
        assertThat(servers.run("here", "staging", "run", "1").exitCode()).isEqualTo(1);
        assertThat(servers.done("here", "staging", "show", "1"))
                .contains("RETRY, due at")
                .doesNotContain("tried");

        Files.move(away, there);
        assertThat(servers.done("here", "staging", "run", "--all")).contains("DONE");
        assertThat(servers.show("there", item)).contains("One");
    }

    @Test
    void somebodyHasTasksTriedAnewOrDropped() {
        String item = servers.conflict();

        assertThat(servers.done("here", "staging", "retry", "--all")).isEqualTo("Nothing to do.\n");
        assertThat(servers.done("here", "staging", "retry", "--all", "--state", "conflict"))
                .contains("2     there   RETRY");
        assertThat(servers.run("here", "staging", "run", "2").exitCode()).isEqualTo(5);
        assertThat(servers.done("here", "staging", "retry", "2")).contains("2     there   RETRY");
        assertThat(servers.run("here", "staging", "run", "2").exitCode()).isEqualTo(5);
        assertThat(servers.done("here", "staging", "drop", "2")).contains("2     there   DROPPED");

        assertThat(servers.show("there", item)).contains("Theirs");
        assertThat(servers.done("here", "staging", "run", "--all")).isEqualTo("Nothing to do.\n");
        assertThat(servers.done("here", "staging", "drop", "2")).isEqualTo("Nothing to do.\n");
        assertThat(servers.done("here", "staging", "retry", "1", "--target", "there"))
                .contains("1     there   DONE");
    }

    @Test
    void thingsAreToldAnew() {
        servers.done("here", "staging", "servers", "remove", "there");
        String root = servers.create("here", "Root");
        String child = servers.create("here", "Child", "--parent", root);
        servers.done("here", "staging", "servers", "add", "there", servers.url("there"));

        assertThat(servers.done("here", "staging", "enqueue", root)).startsWith("1 task to be told to there;");
        servers.done("here", "staging", "run", "--all");
        assertThat(servers.show("there", root)).contains("Root");
        String extra = servers.create("there", "Extra", "--parent", root);

        servers.done("here", "staging", "enqueue", "--subtree", root, "--incremental");
        servers.done("here", "staging", "run", "--all");
        assertThat(servers.show("there", child)).contains("Child");
        assertThat(servers.show("there", extra)).doesNotContain("recycle bin");

        servers.done("here", "staging", "enqueue", "--subtree", root, "--complete", "--target", "there");
        servers.done("here", "staging", "run", "--all");
        assertThat(servers.show("there", extra)).contains("in the recycle bin");
        assertThat(servers.show("there", child)).doesNotContain("recycle bin");
    }

    @Test
    void handlersThatAreFoundAreAskedBeforeTasksAreLogged() throws IOException {
        String dropping = """
                import dev.synchronizer.task.*;
                public class Dropping implements TaskHandler {
                    public String name() { return "dropping"; }
                    public void taskLogging(TaskLoggingEvent event) {
                        if (event.task().name().equals("Draft")) {
                            event.drop();
                        }
                    }
                }
                """;
        Path jar = ModelJars.make(
                directory.resolve("dropping.jar"),
                Map.of("Dropping", dropping),
                Map.of("dev.synchronizer.task.TaskHandler", "Dropping"));

        servers.create("here", "Draft", "--handlers", jar.toString());
        servers.create("here", "Told", "--handlers", jar.toString());

        assertThat(servers.done("here", "staging", "tasks")).contains("Told").doesNotContain("Draft");
    }

    @Test
    void wrongUsageIsSaidWithTheWayOut() {
        assertThat(wrong("staging", "run")).contains("either TASK or --all says what to run");
        assertThat(wrong("staging", "run", "1", "--all")).contains("either TASK or --all");
        assertThat(wrong("staging", "run", "one")).contains("'one' is no number of a task, such as 12");
        assertThat(wrong("staging", "run", "99")).contains("CT1003 error 99: there is no task 99.");
        assertThat(wrong("staging", "tasks", "--state", "lost")).contains("'lost' is no state; there are: pending");
        assertThat(wrong("staging", "tasks", "--limit", "0")).contains("--limit is to be 1 at least");
        assertThat(wrong("staging", "tasks", "--target", "x")).contains("CT1001", "name one that there is: there");
        assertThat(wrong("staging", "resolve", "1")).contains("exactly one of --ours, --theirs and --merge");
        assertThat(wrong("staging", "resolve", "1", "--ours", "--theirs")).contains("exactly one of");
        assertThat(wrong("staging", "retry")).contains("either TASK or --all says what to try anew");
        assertThat(wrong("staging", "retry", "1", "--all")).contains("either TASK or --all");
        assertThat(wrong("staging", "retry", "1", "--state", "dead")).contains("--state is of use with --all alone");
        assertThat(wrong("staging", "retry", "--all", "--state", "done")).contains("retry, blocked, conflict or dead");
        assertThat(wrong("staging", "retry", "--all", "--target", "x")).contains("CT1001");
        assertThat(wrong("staging", "drop")).contains("TASK is missing");
        assertThat(wrong("staging", "enqueue")).contains("KEY, or --subtree ITEM");
        assertThat(wrong("staging", "enqueue", "thing:1")).contains("write item:ID, overrides:TYPE[.PROPERTY]");
        assertThat(wrong("staging", "enqueue", "one")).contains("'one' is no id such as");
        String item = servers.create("here", "One");
        assertThat(wrong("staging", "enqueue", "--subtree", item)).contains("either --complete or --incremental");
        assertThat(wrong("staging", "enqueue", item, "--complete")).contains("of use with --subtree alone");
        assertThat(wrong("staging", "show", "1", "--target", "x")).contains("CT1001");
    }

    private String wrong(String... arguments) {
        CommandRun run = servers.run("here", arguments);
        assertThat(run.exitCode()).as(String.join(" ", arguments) + run.err()).isEqualTo(64);
        return run.err();
    }
}
