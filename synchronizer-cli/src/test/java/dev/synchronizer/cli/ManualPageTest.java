package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManualPageTest {
    private static final Path GROFF = Path.of("/usr/bin/groff");
    private static final Pattern REQUEST = Pattern.compile("\\.(TH .+|SH [A-Z ]+|TP|nf|fi)");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(-|e|&|f[BR])");

    @TempDir
    Path directory;

    @Test
    void everyCommandHasAPageWithItsOptions() {
        for (String command : List.of(
                "sync",
                "apply",
                "validate",
                "diff",
                "types",
                "history",
                "content create",
                "content list",
                "staging run",
                "staging servers add",
                "generate-manual")) {
            CommandRun run = manual(command);

            assertThat(run.exitCode()).isZero();
            assertThat(run.out().lines())
                    .contains(".SH NAME", ".SH SYNOPSIS", ".SH OPTIONS", ".SH EXIT STATUS")
                    .allSatisfy(line -> assertThat(line).doesNotStartWith("'").isNotBlank());
            assertThat(run.out())
                    .startsWith(".TH SYNCHRONIZER-" + command.replace(' ', '-').toUpperCase(Locale.ROOT) + " 1");
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
    void pagesHoldNothingThatRoffWouldReadInAnotherWay() throws IOException, InterruptedException {
        for (String command : List.of(
                "",
                "sync",
                "apply",
                "validate",
                "diff",
                "types",
                "history",
                "content",
                "content create",
                "staging servers add")) {
            String page = manual(command).out();

            assertThat(page.lines().filter(line -> line.startsWith(".")))
                    .as(command)
                    .isNotEmpty()
                    .allMatch(line -> REQUEST.matcher(line).matches());
            assertThat(ESCAPE.matcher(page).replaceAll("")).as(command).doesNotContain("\\");
            assertThat(page).as("what follows an item's mark is its term").doesNotContainPattern("\\.TP\n(\\.|$)");
            assertThat(page.split("\n\\.nf\n", -1)).hasSameSizeAs(page.split("\n\\.fi\n", -1));
            if (Files.isExecutable(GROFF)) {
                assertThat(complaints(page)).as(command).isEmpty();
            }
        }
    }

    /** A second opinion, where it is to be had. */
    private String complaints(String page) throws IOException, InterruptedException {
        Path file = Files.writeString(directory.resolve("page.1"), page);
        Process groff = new ProcessBuilder(GROFF.toString(), "-man", "-Tutf8", "-ww", "-z", file.toString())
                .redirectErrorStream(true)
                .start();
        String complaints = new String(groff.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(groff.waitFor()).isZero();
        return complaints;
    }

    private CommandRun manual(String command) {
        return CommandRun.of(directory, ("generate-manual " + command).strip().split(" "));
    }
}
