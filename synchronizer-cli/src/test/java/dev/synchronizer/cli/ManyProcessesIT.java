package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.databases.MariaDbServer;
import dev.synchronizer.databases.PostgresServer;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.databases.TestServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** D3, with real processes: many nodes synchronize the same new module into one empty database at once. */
class ManyProcessesIT {
    private static final int PROCESSES = 20;

    @TempDir
    Path directory;

    @Test
    void oneOfTwentyCommitsIntoAnEmptyPostgres() throws Exception {
        oneCommits(new PostgresServer());
    }

    @Test
    void oneOfTwentyCommitsIntoAnEmptyMariaDb() throws Exception {
        oneCommits(new MariaDbServer());
    }

    private void oneCommits(TestServer server) throws Exception {
        TestDatabase database = server.fresh();
        Path models = ManyTypes.jar(directory.resolve("site-1.0.jar"), 50, 4);
        List<SyncProcess> processes = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            processes.add(SyncProcess.start(database, directory, models));
        }

        int commits = 0;
        for (SyncProcess process : processes) {
            assertThat(process.exitCode()).as(process.errors()).isZero();
            commits += process.output().contains("\"committed\": true") ? 1 : 0;
        }

        assertThat(commits).isEqualTo(1);
        try (Synchronizer synchronizer =
                Synchronizer.builder().dataSource(database.dataSource()).build()) {
            assertThat(synchronizer.stored().types()).hasSize(50);
            assertThat(synchronizer.stored().types())
                    .allSatisfy(type -> assertThat(type.properties()).hasSize(4));
            assertThat(synchronizer.runs(10)).hasSize(1);
        }
    }
}
