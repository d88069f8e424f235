package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActorsOnATerminalTest {
    private static final String SLY = "ada\u202e";

    @TempDir
    Path directory;

    @Test
    void aNameThatTurnsTheDirectionOfWritingIsWrittenOutWhereverItIsShown() {
        run("define", "Banner", "text:STRING", "--actor", SLY);
        run("set", "Banner.text", "prompt=Loud", "--actor", SLY);

        for (List<String> command : List.of(
                List.of("set", "Banner.text", "prompt=Loud"),
                List.of("revert", "Banner", "--dry-run"),
                List.of("explain", "Banner.text.prompt"),
                List.of("types", "Banner"),
                List.of("types", "--overrides"),
                List.of("history", "--changes"),
                List.of("undefine", "Banner"))) {
            String shown = run(command.toArray(String[]::new));

            assertThat(shown)
                    .as(String.join(" ", command))
                    .contains("ada\\u202E")
                    .doesNotContain(SLY);
        }
    }

    @Test
    void soItIsInTheHistoryOfRuns() throws Exception {
        Path jar =
                ModelJars.make(directory.resolve("acme-1.0.jar"), Map.of("Page", "@ContentType public class Page {}"));
        run("sync", "--models", jar.toString(), "--actor", SLY);

        for (List<String> command : List.of(List.of("history"), List.of("history", "1"))) {
            assertThat(run(command.toArray(String[]::new)))
                    .contains("ada\\u202E")
                    .doesNotContain(SLY);
        }
    }

    private String run(String... arguments) {
        Stream<String> url = Stream.of("--url", "jdbc:h2:file:" + directory.resolve("db"));
        return CommandRun.of(
                        directory, Stream.concat(Arrays.stream(arguments), url).toArray(String[]::new))
                .out();
    }
}
