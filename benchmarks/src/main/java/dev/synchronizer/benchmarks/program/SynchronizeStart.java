package dev.synchronizer.benchmarks.program;

import dev.synchronizer.SyncReport;
import dev.synchronizer.Synchronizer;
import java.nio.file.Path;
import org.postgresql.ds.PGSimpleDataSource;

/** Synchronizes a folder of jars with PostgreSQL, as an application does when it starts. */
public final class SynchronizeStart {
    private SynchronizeStart() {}

    public static void main(String[] arguments) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(arguments[0]);
        try (Synchronizer synchronizer = Synchronizer.builder()
                .dataSource(dataSource)
                .models(Path.of(arguments[1]))
                .build()) {
            SyncReport report = synchronizer.synchronize();
            System.out.println(report.committed() ? "committed" : "nothing to do");
        }
    }
}
