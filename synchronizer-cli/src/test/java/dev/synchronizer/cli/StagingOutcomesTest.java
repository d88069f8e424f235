package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.staging.Answer;
import dev.synchronizer.staging.Answer.Outcome;
import dev.synchronizer.staging.TaskResult;
import dev.synchronizer.store.DeliveryState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a run ends says what is left: nothing, what comes by itself, or what somebody has to decide about. */
class StagingOutcomesTest {
    private static final String POISONED = """
            import dev.synchronizer.saving.*;
            public class Poisoned implements SaveHandler {
                public String name() { return "poisoned"; }
                public Serves serves() { return Serves.stores("there"); }
                public void saving(SavingEvent event) {
                    if (event.after().get("title").filter("poison"::equals).isPresent()) {
                        String nothing = null;
                        nothing.length();
                    }
                }
            }
            """;

    @TempDir
    Path directory;

    private TwoServers servers;
    private String handlers = "";

    @BeforeEach
    void start() throws IOException {
        servers = TwoServers.telling(directory);
        handlers = ModelJars.make(
                        directory.resolve("poisoned.jar"),
                        Map.of("Poisoned", POISONED),
                        Map.of("dev.synchronizer.saving.SaveHandler", "Poisoned"))
                .toString();
    }

    private void add(String... policies) {
        String[] add = {"staging", "servers", "add", "there", servers.url("there"), "--replace"};
        String[] all = Arrays.copyOf(add, add.length + policies.length);
        System.arraycopy(policies, 0, all, add.length, policies.length);
        servers.done("here", all);
    }

    private CommandRun run(String... more) {
        String[] all = new String[more.length + 2];
        all[0] = "staging";
        all[1] = "run";
        System.arraycopy(more, 0, all, 2, more.length);
        return servers.run("here", all);
    }

    @Test
    void whatHadToWaitForAnotherOneAndCameLaterIsDone() {
        add("--on-conflict", "ours");
        String parent = servers.create("here", "Parent");
        servers.done("here", "staging", "run", "--all");
        servers.done("there", "content", "delete", parent);
        servers.done("there", "content", "purge", parent);
        String child = servers.create("here", "Child", "--parent", parent);
        servers.done("here", "content", "rename", parent, "Again");

        CommandRun run = run("--all");

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).containsOnlyOnce("2     there").containsPattern("2 +there +DONE");
        assertThat(servers.show("there", child)).contains("below " + parent);
    }

    @Test
    void whatIsNoItemIsCalledByItsKind() {
        servers.done("here", "define", "Shop", "title:STRING");
        servers.create("here", "One");

        assertThat(servers.done("here", "staging", "tasks"))
                .contains(
                        "CREATE of definition \"Shop\"",
                        "CREATE of definition \"Shop.title\"",
                        "CREATE of Note \"One\"");
        assertThat(servers.done("here", "staging", "show", "1")).contains("task 1: CREATE of definition \"Shop\"");
    }

    @Test
    void whatIsTriedAgainByItselfIsNothingToDecideAbout() {
        assertThat(exitCode(DeliveryState.RETRY, Outcome.BLOCKED)).isEqualTo(ExitCode.FAILED);
        assertThat(exitCode(DeliveryState.RETRY, Outcome.FAILED)).isEqualTo(ExitCode.FAILED);
        assertThat(exitCode(DeliveryState.RETRY, Outcome.REFUSED)).isEqualTo(ExitCode.REFUSED);
        assertThat(exitCode(DeliveryState.BLOCKED, Outcome.BLOCKED)).isEqualTo(ExitCode.REFUSED);
        assertThat(exitCode(DeliveryState.DONE, Outcome.APPLIED)).isEqualTo(ExitCode.DONE);
    }

    private static ExitCode exitCode(DeliveryState state, Outcome outcome) {
        Answer answer = new Answer(outcome, List.of(), List.of(), List.of(), null);
        return TaskResultsCommand.exitCode(
                List.of(new TaskResult(1, "there", state, Optional.of(answer), Optional.empty())));
    }

    @Test
    void aHandlerThatBreaksParksItsKeyAloneUntilSomebodyHasItTriedAnew() {
        add("--attempts", "2");
        String item = servers.create("here", "One");
        servers.done("here", "staging", "run", "--all");
        servers.set("here", item, "title=poison");
        servers.create("here", "Two");

        CommandRun first = run("--all", "--handlers", handlers);
        assertThat(first.exitCode()).isEqualTo(5);
        assertThat(first.out())
                .containsPattern("2 +there +RETRY +.*NullPointerException")
                .containsPattern("3 +there +DONE")
                .doesNotContain("at acme.");
        CommandRun second = run("--all", "--handlers", handlers);
        assertThat(second.exitCode()).isEqualTo(5);
        assertThat(second.out()).containsPattern("2 +there +DEAD").contains("decide about 2 (DEAD at there)");
        servers.set("here", item, "title=fine");
        assertThat(run("--all").exitCode()).isEqualTo(5);
        assertThat(servers.show("there", item)).doesNotContain("fine");
        assertThat(servers.done("here", "staging", "show", "2"))
                .contains("DEAD, tried 2 times", "NullPointerException");

        servers.done("here", "staging", "retry", "2");
        assertThat(servers.done("here", "staging", "run", "--all")).contains("DONE");
        assertThat(servers.show("there", item)).contains("fine");
    }

    @Test
    void whereDeadTasksAreSkippedTheirsAreSaidAndTheNextGoesOn() {
        add("--attempts", "1", "--on-failure", "skip");
        String item = servers.create("here", "One");
        servers.done("here", "staging", "run", "--all");
        servers.set("here", item, "title=poison");

        CommandRun dead = run("--all", "--handlers", handlers);
        assertThat(dead.exitCode()).isEqualTo(5);
        assertThat(dead.out()).containsPattern("2 +there +DEAD +.*NullPointerException");
        assertThat(servers.done("here", "staging", "tasks", "--state", "dead")).containsPattern("2 +there +DEAD");
        assertThat(servers.done("here", "staging", "show", "2")).contains("DEAD, tried once", "NullPointerException");

        servers.set("here", item, "text=later");
        assertThat(run("3").out()).as("it does not wait").doesNotContain("PENDING");
        servers.done("here", "staging", "enqueue", item);
    }
}
