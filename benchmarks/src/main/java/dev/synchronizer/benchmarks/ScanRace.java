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
            String site = ModelJar.PACKAGE;
            new Race("Scan of one package", rounds)
                    .add("ClassGraph", JavaCommand.withLibrary(ClassGraphScan.class, CLASS_GRAPH, folder, site))
                    .add("the library", JavaCommand.withLibrary(LibraryScan.class, CLASS_GRAPH, folder, site))
                    .run(System.out);
            new Race("Scan of everything", rounds)
                    .add("ClassGraph", JavaCommand.withLibrary(ClassGraphScan.class, CLASS_GRAPH, folder))
                    .add("the library", JavaCommand.withLibrary(LibraryScan.class, CLASS_GRAPH, folder))
                    .run(System.out);
        }
    }
}
