package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is told to end while it writes a file leaves what was there, and nothing beside it. */
class InterruptedOutputTest {
    @TempDir
    Path directory;

    /** Writes half of a file, says so, and never comes to its end. */
    static final class HalfWritten {
        private HalfWritten() {}

        public static void main(String[] arguments) {
            ResultFile.stream(Path.of(arguments[0]), stream -> {
                try {
                    stream.write("half".getBytes(StandardCharsets.UTF_8));
                    stream.flush();
                    System.out.println("half");
                    System.out.flush();
                    new CountDownLatch(1).await();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }

    @Test
    void nothingIsLeftOfWhatIsHalfWritten() throws Exception {
        Path file = Files.writeString(directory.resolve("items.jsonl"), "before");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HalfWritten.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("half");
            process.destroy();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(file).hasContent("before");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }
}
