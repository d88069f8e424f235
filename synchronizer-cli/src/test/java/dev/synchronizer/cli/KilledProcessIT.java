package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.databases.MariaDbServer;
import dev.synchronizer.databases.PostgresServer;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.databases.TestServer;
import dev.synchronizer.model.StoredModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * D3, with real processes: one that is killed at any moment leaves all of its run or nothing, and the next run
 * completes. {@code -Dkills=100} kills more of them.
 */
class KilledProcessIT {
    private static final int KILLS = Integer.getInteger("kills", 8);
    private static final int FEW = 40;
    private static final int MANY = 200;

    @TempDir
    Path directory;

    @Test
    void aKilledProcessLeavesNoHalfRunInPostgres() throws Exception {
        killAtAnyMoment(new PostgresServer());
    }

    @Test
    void aKilledProcessLeavesNoHalfRunInMariaDb() throws Exception {
        killAtAnyMoment(new MariaDbServer());
    }

    private void killAtAnyMoment(TestServer server) throws Exception {
        Path few = models("few", FEW);
        Path many = models("many", MANY);
        Random moments = new Random(KILLS);
        long duration = millisecondsOfAWholeRun(server, many);
        TestDatabase database = server.fresh();
        int typesBefore = 0;
        for (int i = 0; i < KILLS; i++) {
            if (i % 5 == 0) {
                // The making of the schema is a moment too.
                database = server.fresh();
                typesBefore = 0;
            }
            Path models = typesBefore == MANY ? few : many;
            int typesAfter = typesBefore == MANY ? FEW : MANY;
            String version = "site=1." + i;
            String where = "kill %d of %d".formatted(i, KILLS);

            SyncProcess.start(database, directory, models, "--module-version", version)
                    .killAfter(moments.nextLong(duration));

            assertWhole(stored(database), typesBefore, typesAfter, where);
            SyncProcess next = SyncProcess.start(database, directory, models, "--module-version", version);
            assertThat(next.exitCode()).as("%s: %s", where, next.errors()).isZero();
            assertThat(stored(database).types()).as(where).hasSize(typesAfter);
            typesBefore = typesAfter;
        }
    }

    private static void assertWhole(StoredModel stored, int typesBefore, int typesAfter, String where) {
        assertThat(stored.types().size()).as(where).isIn(typesBefore, typesAfter);
        assertThat(stored.types())
                .as(where)
                .allSatisfy(type -> assertThat(type.properties()).hasSize(5));
        int inSnapshots = stored.modules().stream()
                .mapToInt(module -> module.snapshot().types().size())
                .sum();
        assertThat(inSnapshots).as(where).isEqualTo(stored.types().size());
    }

    private long millisecondsOfAWholeRun(TestServer server, Path models) throws Exception {
        long start = System.nanoTime();
        SyncProcess whole = SyncProcess.start(server.fresh(), directory, models, "--module-version", "site=1.0");
        assertThat(whole.exitCode()).as(whole.errors()).isZero();
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static StoredModel stored(TestDatabase database) {
        try (Synchronizer synchronizer =
                Synchronizer.builder().dataSource(database.dataSource()).build()) {
            return synchronizer.stored();
        }
    }

    private Path models(String folder, int types) throws Exception {
        return ManyTypes.jar(Files.createDirectory(directory.resolve(folder)).resolve("site.jar"), types, 5);
    }
}
