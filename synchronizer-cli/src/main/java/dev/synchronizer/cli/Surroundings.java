package dev.synchronizer.cli;

import java.io.BufferedOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the program sees of the process that it runs in.
 *
 * @param in what is fed to it
 * @param out where results go, in UTF-8
 * @param err where everything else goes
 * @param environment the environment variables
 * @param directory the working directory
 * @param terminal what is known of the terminal
 */
record Surroundings(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Path directory,
        Terminal terminal) {

    Surroundings {
        environment = Map.copyOf(environment);
    }

    static Surroundings ofProcess() {
        BufferedOutputStream out = new BufferedOutputStream(StandardOutput.ofProcess(), 1 << 16);
        return new Surroundings(
                System.in,
                new PrintStream(out, false, StandardCharsets.UTF_8),
                System.err,
                System.getenv(),
                Path.of(""),
                Terminal.ofProcess(System.getenv()));
    }

    void flush() {
        out.flush();
        err.flush();
    }
}
