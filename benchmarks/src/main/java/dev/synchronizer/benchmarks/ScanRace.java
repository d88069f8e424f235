package dev.synchronizer.benchmarks;

import dev.synchronizer.benchmarks.program.ClassGraphScan;
import dev.synchronizer.benchmarks.program.LibraryScan;
import dev.synchronizer.benchmarks.race.JavaCommand;
import dev.synchronizer.benchmarks.race.Machine;
import dev.synchronizer.benchmarks.race.Race;
import dev.synchronizer.benchmarks.world.ModelJar;
import dev.synchronizer.benchmarks.world.OrdinaryJars;
import dev.synchronizer.benchmarks.world.WorkFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Point 2: a scan in a fresh process, in one package and over everything. */
public final class ScanRace {
    private static final List<String> CLASS_GRAPH = List.of("classgraph");

    private ScanRace() {}

    /** The argument is the rounds. */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 11;
        try (WorkFolder work = WorkFolder.create()) {
            Path folder = work.folder("models");
            System.out.println(OrdinaryJars.copy(100, folder));
            ModelJar.write(folder, "site", 1_000, -1);
            System.out.println(Machine.describe());
            race("Scan of one package", rounds, folder, ModelJar.PACKAGE);
            race("Scan of everything", rounds, folder);
        }
    }

    /** The library with as many threads as the command line gives it, and on the calling thread alone. */
    private static void race(String title, int rounds, Path folder, String... packages) throws Exception {
        int threads = Math.min(4, Runtime.getRuntime().availableProcessors());
        new Race(title, rounds)
                .add("ClassGraph", JavaCommand.withLibrary(ClassGraphScan.class, CLASS_GRAPH, with(packages, folder)))
                .add("the library", library(folder, threads, packages))
                .add("the library, on the calling thread", library(folder, 1, packages))
                .run(System.out);
    }

    private static List<String> library(Path folder, int threads, String... packages) {
        return JavaCommand.withLibrary(LibraryScan.class, CLASS_GRAPH, with(packages, folder, threads));
    }

    private static Object[] with(String[] packages, Object... first) {
        return Stream.concat(Stream.of(first), Stream.of(packages)).toArray();
    }
}
