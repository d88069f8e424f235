package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command says of itself. */
class HelpTest {
    private static final List<String> COMMANDS = List.of(
            "sync",
            "apply",
            "history",
            "undo",
            "content",
            "content create",
            "content set",
            "content show",
            "content list",
            "content duplicate",
            "content rename",
            "content move",
            "content delete",
            "content restore",
            "content purge",
            "content import",
            "content export",
            "content validate",
            "staging",
            "staging servers",
            "staging servers add",
            "staging servers list",
            "staging servers test",
            "staging servers enable",
            "staging servers disable",
            "staging servers remove",
            "staging tasks",
            "staging show",
            "staging run",
            "staging retry",
            "staging drop",
            "staging resolve",
            "staging enqueue",
            "staging serve",
            "staging export",
            "staging import",
            "integration",
            "integration connectors",
            "integration tasks",
            "integration show",
            "integration run",
            "integration retry",
            "integration drop");

    @TempDir
    Path directory;

    @Test
    void itFitsIntoEightyColumns() {
        for (String command : COMMANDS) {
            assertThat(run(command + " --help").out().lines())
                    .as(command)
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        }
    }

    @Test
    void itIsHadByTheWordsOfTheCommandToo() {
        for (String command : COMMANDS) {
            assertThat(run("help " + command).out())
                    .as(command)
                    .isEqualTo(run(command + " --help").out());
        }
    }

    @Test
    void aCommandThatDoesNotExistHasNone() {
        CommandRun run = run("help content sett");
        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).contains("there is no command sett", "write set");
    }

    private CommandRun run(String line) {
        return CommandRun.of(directory, line.split(" "));
    }
}
