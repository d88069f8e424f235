package dev.synchronizer.benchmarks;

import dev.synchronizer.benchmarks.program.FirstCommit;
import dev.synchronizer.benchmarks.program.PlainBatches;
import dev.synchronizer.benchmarks.race.JavaCommand;
import dev.synchronizer.benchmarks.race.Machine;
import dev.synchronizer.benchmarks.race.Race;
import dev.synchronizer.benchmarks.world.ModelJar;
import dev.synchronizer.benchmarks.world.PostgresServer;
import dev.synchronizer.benchmarks.world.WorkFolder;
import java.nio.file.Path;
import java.util.List;

/** Point 3: the first commit of 10,000 types with 100,000 properties, in a fresh process. */
public final class CommitRace {
    private static final List<String> H2 = List.of("h2");

    private CommitRace() {}

    /** The argument is the rounds. */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 7;
        try (WorkFolder work = WorkFolder.create();
                PostgresServer server = PostgresServer.start()) {
            Path small = work.folder("small");
            ModelJar.write(small, "small", 1, -1);
            Path large = work.folder("large");
            ModelJar.write(large, "site", 10_000, -1);
            System.out.println(Machine.describe());
            race("PostgreSQL", rounds, server.create("commits"), small, large);
            race("H2", rounds, "jdbc:h2:file:" + work.folder("h2").resolve("commits"), small, large);
        }
    }

    private static void race(String database, int rounds, String url, Path small, Path large) throws Exception {
        List<String> commit = JavaCommand.withLibrary(FirstCommit.class, H2, url, small, large);
        new Race("First commit of 10,000 types on " + database, rounds)
                .add("plain JDBC batches", JavaCommand.withLibrary(PlainBatches.class, H2, url, small, large))
                .add("the library", commit)
                .add("the library with -Xmx256m", JavaCommand.with("-Xmx256m", commit))
                .run(System.out);
    }
}
