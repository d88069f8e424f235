package dev.synchronizer.benchmarks.program;

import dev.synchronizer.Progress;
import dev.synchronizer.SyncReport;
import dev.synchronizer.Synchronizer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Commits models for the first time, with schema and session factory standing: a small module is committed before. What
 * is measured begins when the plan is made, and holds the lock, the second look, the rows, the snapshot and the record.
 */
public final class FirstCommit {
    private FirstCommit() {}

    /** The arguments are the database, a folder with the small module, and one with the jars to be added to it. */
    public static void main(String[] arguments) throws Exception {
        EmptyDatabase.make(arguments[0]);
        Path folder = Files.createTempDirectory("models");
        List<Path> copies = new ArrayList<>(copy(Path.of(arguments[1]), folder));
        CommitTime time = new CommitTime();
        try (Synchronizer synchronizer = Synchronizer.builder()
                .dataSource(Databases.at(arguments[0]))
                .models(folder)
                .progress(time)
                .build()) {
            synchronizer.synchronize();
            copies.addAll(copy(Path.of(arguments[2]), folder));
            SyncReport report = synchronizer.synchronize();
            long end = System.nanoTime();
            System.out.println("rows " + report.plan().summary().rowsWritten());
            System.out.println("measured " + (end - time.start) / 1e6);
        } finally {
            for (Path copy : copies) {
                Files.delete(copy);
            }
            Files.delete(folder);
        }
    }

    private static List<Path> copy(Path from, Path to) throws java.io.IOException {
        List<Path> copies = new ArrayList<>();
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.sorted().toList()) {
                copies.add(Files.copy(file, to.resolve(file.getFileName())));
            }
        }
        return copies;
    }

    private static final class CommitTime implements Progress {
        private long start;

        @Override
        public void begins(Stage stage) {
            if (stage == Stage.COMMIT) {
                start = System.nanoTime();
            }
        }
    }
}
