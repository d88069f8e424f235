package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTest {
    @TempDir
    Path directory;

    private String jar = "";

    @BeforeEach
    void makeModels() throws IOException {
        jar = ModelJars.make(directory.resolve("acme-1.0.jar"), Map.of("Page", "@ContentType public class Page {}"))
                .toString();
    }

    @Test
    void aResultThatCannotBeWrittenIsAFailure() {
        CommandRun run = run(new FullDisk("no space left"), "validate", "--models", jar);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("CT902 error standard output: ");
    }

    @Test
    void aManualThatCannotBeWrittenIsAFailureToo() {
        assertThat(run(new FullDisk("no space left"), "generate-manual").exitCode())
                .isEqualTo(1);
        assertThat(run(new FullDisk("no space left"), "generate-manual", "x").exitCode())
                .isEqualTo(64);
    }

    @Test
    void aReaderWhoLeavesEndsNothingAndHidesNothing() {
        String[] sync = {"sync", "--models", jar, "--url", "jdbc:h2:file:" + directory.resolve("db")};
        OutputStream left = new StandardOutput(new FullDisk("Broken pipe"), false);

        CommandRun committed = run(left, sync);
        CommandRun failed =
                run(left, "sync", "--models", directory.resolve("nowhere.jar").toString());

        assertThat(committed.exitCode()).isZero();
        assertThat(committed.err()).isEmpty();
        assertThat(CommandRun.of(directory, "history", "--url", sync[4]).out()).contains("acme 1.0");
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.err()).contains("CT101").doesNotContain("CT902");
    }

    @Test
    void whateverGoesWrongWithAPipeMeansThatItsReaderHasLeft() throws IOException {
        new StandardOutput(new FullDisk("in another language"), true).write('x');

        assertThatThrownBy(() -> new StandardOutput(new FullDisk("no space left"), false).write('x'))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aFileIsReplacedAsAWhole() throws IOException {
        Path file = Files.writeString(directory.resolve("result.json"), "what was there before");
        Path before = Files.createLink(directory.resolve("before.json"), file);
        Path link = Files.createSymbolicLink(directory.resolve("link.json"), file);

        CommandRun run =
                CommandRun.of(directory, "validate", "--models", jar, "--format", "json", "--output", link.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(file).content().startsWith("{").endsWith("}\n");
        assertThat(before).content().isEqualTo("what was there before");
        assertThat(link).isSymbolicLink();
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("acme-1.0.jar", "result.json", "link.json", "before.json");
        }
    }

    @Test
    void whoWantsQuietStillGetsTheFileThatWasAskedFor() {
        Path file = directory.resolve("result.txt");

        CommandRun run = CommandRun.of(directory, "validate", "--models", jar, "--quiet", "--output", file.toString());

        assertThat(run.out()).isEmpty();
        assertThat(file).content().startsWith("Valid:");
    }

    @Test
    void aFileThatCouldNotBeWrittenStopsACommitBeforehand() {
        Path file = directory.resolve("nowhere/result");
        String url = "jdbc:h2:file:" + directory.resolve("db");

        CommandRun run = CommandRun.of(directory, "sync", "--models", jar, "--url", url, "--output", file.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("CT902 error " + file + ": there is no folder");
        assertThat(directory.resolve("db.mv.db")).doesNotExist();
    }

    @Test
    void whatNoCommandSurvivesIsStillAnErrorInWords() {
        OutputStream exhausting = new OutputStream() {
            @Override
            public void write(int one) {
                throw new OutOfMemoryError("no heap left");
            }
        };

        CommandRun plain = run(exhausting, "validate", "--models", jar);
        CommandRun verbose = run(exhausting, "validate", "--models", jar, "--verbose");

        assertThat(plain.exitCode()).isEqualTo(1);
        assertThat(plain.err())
                .startsWith("CT901 error synchronizer: ")
                .contains("no heap left")
                .doesNotContain("\tat ");
        assertThat(verbose.err()).contains("\tat ");
    }

    private CommandRun run(OutputStream out, String... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                InputStream.nullInputStream(),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of(),
                directory,
                Terminal.NONE);
        int exitCode = new Program(surroundings).run(arguments);
        return new CommandRun(exitCode, "", err.toString(StandardCharsets.UTF_8));
    }

    private static final class FullDisk extends OutputStream {
        private final String message;

        FullDisk(String message) {
            this.message = message;
        }

        @Override
        public void write(int one) throws IOException {
            throw new IOException(message);
        }
    }
}
