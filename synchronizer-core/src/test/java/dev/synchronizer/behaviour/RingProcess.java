package dev.synchronizer.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A {@link RingNode} in a process of its own. */
final class RingProcess {
    private static final long LONGEST_MINUTES = 2;

    private final Process process;

    private RingProcess(Process process) {
        this.process = process;
    }

    /** One that serves already, with the arguments of a node. */
    static RingProcess start(Path log, List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                RingNode.class.getName()));
        command.addAll(arguments);
        RingProcess node = new RingProcess(new ProcessBuilder(command)
                .redirectError(Redirect.appendTo(log.toFile()))
                .start());
        try {
            assertThat(node.line()).as("see " + log).startsWith("READY");
        } catch (Throwable e) {
            node.kill();
            throw e;
        }
        return node;
    }

    /** What it says to a question. */
    String ask() throws Exception {
        BufferedWriter question = process.outputWriter();
        question.write("\n");
        question.flush();
        return line();
    }

    private String line() throws Exception {
        CompletableFuture<String> line = CompletableFuture.supplyAsync(() -> {
            try {
                return String.valueOf(process.inputReader().readLine());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        try {
            return line.get(LONGEST_MINUTES, TimeUnit.MINUTES);
        } catch (TimeoutException e) {
            throw new AssertionError("process " + process.pid() + " says nothing", e);
        }
    }

    /** Has it end in good order. */
    void end() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES))
                .as("process " + process.pid() + " ends when it is told to")
                .isTrue();
    }

    /** Ends it in whatever it does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }
}
