package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManualPageTest {
    private static final Path GROFF = Path.of("/usr/bin/groff");

    @TempDir
    Path directory;

    @Test
    void everyCommandHasAPageWithItsOptions() {
        for (String command : List.of("sync", "apply", "validate", "diff", "types", "history", "generate-manual")) {
            CommandRun run = CommandRun.of(directory, "generate-manual", command);

            assertThat(run.exitCode()).isZero();
            assertThat(run.out().lines())
                    .contains(".SH NAME", ".SH SYNOPSIS", ".SH OPTIONS", ".SH EXIT STATUS")
                    .allSatisfy(line -> assertThat(line).doesNotStartWith("'").isNotBlank());
            assertThat(run.out()).startsWith(".TH SYNCHRONIZER-" + command.toUpperCase(java.util.Locale.ROOT) + " 1");
        }
        assertThat(CommandRun.of(directory, "generate-manual", "sync").out())
                .contains(".SH EXAMPLES\n.nf\nsynchronizer sync \\-\\-dry\\-run")
                .contains("\\fB\\-\\-fail\\-on KIND,...\\fR");
    }

    @Test
    void theProgramsPageListsItsCommands() {
        assertThat(CommandRun.of(directory, "generate-manual").out())
                .contains(".SH COMMANDS", "\\fBsync\\fR")
                .doesNotContain("%n");
    }

    @Test
    void groffFindsNothingToComplainAbout() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(GROFF), "there is no groff on this machine");
        Path page = directory.resolve("sync.1");
        Files.writeString(
                page, CommandRun.of(directory, "generate-manual", "sync").out());

        Process groff = new ProcessBuilder(GROFF.toString(), "-man", "-Tutf8", "-ww", "-z", page.toString())
                .redirectErrorStream(true)
                .start();
        String complaints = new String(groff.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(groff.waitFor()).isZero();
        assertThat(complaints).isEmpty();
    }
}
