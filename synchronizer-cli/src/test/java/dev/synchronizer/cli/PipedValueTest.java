package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A value from a file that another program fills while it is read, and that can be read but once. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class PipedValueTest {
    @TempDir
    Path directory;

    @Test
    void whatComesThroughAPipeIsReadOnceAndSaved() throws Exception {
        run("define", "Page", "text:TEXT");

        String created = piped("made by a program", "content", "create", "Page", "One", "--format", "json");
        assertThat(created).contains("\"text\": \"made by a program\"");

        Matcher id = Pattern.compile("\"id\": \"([0-9a-f-]+)\"").matcher(created);
        assertThat(id.find()).isTrue();
        assertThat(piped("made anew", "content", "set", id.group(1))).containsPattern("text +made anew\n");
    }

    private String piped(String text, String... arguments) throws Exception {
        Path pipe = directory.resolve("pipe");
        Files.deleteIfExists(pipe);
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--file", "text=" + pipe));
        var daemons = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        });
        var command = CompletableFuture.supplyAsync(() -> run(all.toArray(String[]::new)), daemons);
        daemons.submit(() -> Files.writeString(pipe, text));
        // A second reader would wait for a second writer.
        return command.get(1, TimeUnit.MINUTES);
    }

    private String run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--url", "jdbc:h2:file:" + directory.resolve("db"), "--actor", "Ada"));
        CommandRun run = CommandRun.of(directory, all.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out();
    }
}
