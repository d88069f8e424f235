package dev.synchronizer.cli;

import dev.synchronizer.databases.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A process that synchronizes, as operators start it. */
final class SyncProcess {
    private static final String JAR = System.getProperty("synchronizer.jar", "target/synchronizer.jar");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Process process;
    private final Path output;
    private final Path errors;

    private SyncProcess(Process process, Path output, Path errors) {
        this.process = process;
        this.output = output;
        this.errors = errors;
    }

    static SyncProcess start(TestDatabase database, Path directory, Path models, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("sync", "--models", models.toString()));
        arguments.addAll(List.of(more));
        return command(database, directory, arguments);
    }

    /** Another command. */
    static SyncProcess command(TestDatabase database, Path directory, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA, "-XX:TieredStopAtLevel=1", "-jar", JAR));
        command.addAll(arguments);
        command.addAll(List.of("--format", "json", "--url", database.url(), "--user", database.user()));
        Path output = Files.createTempFile(directory, "out", ".json");
        Path errors = Files.createTempFile(directory, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().put("SYNCHRONIZER_PASSWORD", database.password());
        return new SyncProcess(builder.start(), output, errors);
    }

    /** Ends it at once, as soon as something is so; it may have ended by itself before. */
    void killOnce(BooleanSupplier reached) throws InterruptedException {
        while (process.isAlive() && !reached.getAsBoolean()) {
            Thread.onSpinWait();
        }
        process.destroyForcibly().waitFor();
    }

    /** Ends it in the way that leaves it no time for anything, unless it has ended by itself within that time. */
    void killAfter(long milliseconds) throws InterruptedException {
        if (!process.waitFor(milliseconds, TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    String errors() throws IOException {
        return Files.readString(errors);
    }
}
