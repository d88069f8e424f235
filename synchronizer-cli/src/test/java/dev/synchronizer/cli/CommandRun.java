package dev.synchronizer.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** What a command did that was run within the test's process. */
record CommandRun(int exitCode, String out, String err) {
    static CommandRun of(Path directory, Map<String, String> environment, String... arguments) {
        return of(directory, environment, InputStream.nullInputStream(), arguments);
    }

    static CommandRun of(Path directory, Map<String, String> environment, InputStream in, String... arguments) {
        return of(directory, environment, in, Terminal.NONE, arguments);
    }

    /** The same for somebody who types at a terminal, answers to questions for instance. */
    static CommandRun typed(Path directory, Terminal terminal, String typed, String... arguments) {
        InputStream in = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
        return of(directory, Map.of(), in, terminal, arguments);
    }

    static CommandRun of(
            Path directory, Map<String, String> environment, InputStream in, Terminal terminal, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                in,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment,
                directory,
                terminal);
        int exitCode = new Program(surroundings).run(arguments);
        surroundings.flush();
        return new CommandRun(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    static CommandRun of(Path directory, String... arguments) {
        return of(directory, Map.of(), arguments);
    }
}
