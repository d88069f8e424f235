package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LegibilityTest {
    @TempDir
    Path directory;

    @Test
    void anArgumentThatDidNotArriveWholeIsRefusedAndNotShown() {
        String url = "jdbc:h2:file:" + directory.resolve("db");
        CommandRun run = CommandRun.of(
                directory, "define", "Banner", "--setting", "displayName=Stra\ufffd\ufffde", "--url", url);

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err())
                .startsWith(
                        "CT903 error argument 4: it holds letters that are lost in the encoding of this environment.")
                .contains("Fix: set LC_ALL to a locale of UTF-8, such as C.UTF-8.")
                .doesNotContain("Stra");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void soIsAVariableOfTheProgramAndNoOther() {
        String url = "jdbc:h2:file:" + directory.resolve("db");
        Map<String, String> environment =
                Map.of("SYNCHRONIZER_PASSWORD", "geheim\ufffd", "SYNCHRONIZER_ACTOR", "Zo\ufffd", "GREETING", "\ufffd");

        CommandRun run = CommandRun.of(directory, environment, "types");

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err())
                .contains("SYNCHRONIZER_PASSWORD", "SYNCHRONIZER_ACTOR")
                .doesNotContain("geheim", "GREETING");
        assertThat(CommandRun.of(directory, Map.of("GREETING", "\ufffd"), "types", "Zo\u00eb", "--url", url)
                        .err())
                .startsWith("CT615");
    }
}
