package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A migration step that prints, as nobody can keep one from doing. */
class PrintingStepTest {
    private static final String PAGE = """
            @ContentType public class Page {
                public int getNumber() { return 0; }
                public void setNumber(int number) {}
            }
            """;
    private static final String TALK = """
            @Migration(version = "1.1")
            public class Talk implements dev.synchronizer.migration.MigrationStep {
                public void migrate(dev.synchronizer.migration.StepContent content) {
                    System.out.println("talk");
                }
            }
            """;

    @TempDir
    Path directory;

    @Test
    void whatItPrintsIsNoPartOfTheResult() throws Exception {
        Path before = ModelJars.make(directory.resolve("site-1.0.jar"), Map.of("Page", PAGE));
        Path after = ModelJars.make(directory.resolve("site-1.1.jar"), Map.of("Page", PAGE, "Talk", TALK));
        Path out = directory.resolve("out.json");
        Path err = directory.resolve("err.txt");

        run(out, err, "sync", "--models", before.toString(), "--quiet");
        assertThat(run(out, err, "sync", "--models", after.toString(), "--run-steps", "--format", "json"))
                .as(Files.readString(err))
                .isZero();

        assertThat(Files.readString(out)).startsWith("{\n").doesNotContain("talk");
        assertThat(Files.readString(err)).contains("talk");
    }

    private int run(Path out, Path err, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--url", "jdbc:h2:file:" + directory.resolve("db"), "--actor", "ci"));
        return new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
    }
}
