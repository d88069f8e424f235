package dev.synchronizer.benchmarks;

import dev.synchronizer.benchmarks.program.BarePicocli;
import dev.synchronizer.benchmarks.program.LibraryScan;
import dev.synchronizer.benchmarks.program.OneRow;
import dev.synchronizer.benchmarks.race.JavaCommand;
import dev.synchronizer.benchmarks.race.Machine;
import dev.synchronizer.benchmarks.race.Race;
import dev.synchronizer.benchmarks.world.ModelJar;
import dev.synchronizer.benchmarks.world.OrdinaryJars;
import dev.synchronizer.benchmarks.world.PostgresServer;
import dev.synchronizer.benchmarks.world.WorkFolder;
import java.nio.file.Path;
import java.util.List;

/** Point 5, and the command line's share in point 1; run it in the project's own folder, after it was packaged. */
public final class CommandLineRace {
    private static final Path SYNCHRONIZER = Path.of("synchronizer-cli", "target", "synchronizer.jar");
    private static final Path SAMPLE = Path.of("sample-models", "site-1.1", "target", "sample-site-1.1.0.jar");

    private CommandLineRace() {}

    /** The argument is the rounds. */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 11;
        System.out.println(Machine.describe());
        try (WorkFolder work = WorkFolder.create();
                PostgresServer server = PostgresServer.start()) {
            Path archives = work.folder("archives");
            version(rounds, archives);
            validate(rounds, archives);
            start(rounds, archives, work, server);
        }
    }

    private static void version(int rounds, Path archives) throws Exception {
        List<String> version = JavaCommand.jar(SYNCHRONIZER, "--version");
        new Race("--version", rounds)
                .add("bare picocli", picocli())
                .add("the command line", version)
                .add("with a class-data archive", archived(archives, version))
                .run(System.out);
    }

    private static List<String> picocli() {
        return JavaCommand.alone(BarePicocli.class, List.of("synchronizer-benchmarks", "picocli"), "--version");
    }

    private static void validate(int rounds, Path archives) throws Exception {
        List<String> validate = JavaCommand.jar(SYNCHRONIZER, "validate", "--models", SAMPLE);
        new Race("validate, of the sample models", rounds)
                .add("the scan alone", JavaCommand.withLibrary(LibraryScan.class, List.of(), SAMPLE, 1))
                .add("bare picocli's --version", picocli())
                .add("the command line", validate)
                .add("with a class-data archive", archived(archives, validate))
                .run(System.out);
    }

    private static void start(int rounds, Path archives, WorkFolder work, PostgresServer server) throws Exception {
        Path folder = work.folder("models");
        System.out.println(OrdinaryJars.copy(100, folder));
        ModelJar.write(folder, "site", 1_000, -1);
        String url = server.create("command_line");
        List<String> sync = JavaCommand.jar(SYNCHRONIZER, "sync", "--models", folder, "--url", url);
        new Race("sync with nothing to do, 1,000 types on PostgreSQL", rounds)
                .add("one row", JavaCommand.withLibrary(OneRow.class, List.of(), url))
                .add("the command line", sync)
                .add("with a class-data archive", archived(archives, sync))
                .run(System.out);
    }

    /** A process makes the archive when it ends; one before it leaves it nothing to do. */
    private static List<String> archived(Path folder, List<String> command) throws Exception {
        Path archive = folder.resolve(command.get(3) + ".jsa");
        quietly(command);
        quietly(JavaCommand.with("-XX:ArchiveClassesAtExit=" + archive, command));
        return JavaCommand.with("-XX:SharedArchiveFile=" + archive, command);
    }

    private static void quietly(List<String> command) throws Exception {
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("ended with " + exit + ": " + command);
        }
    }
}
