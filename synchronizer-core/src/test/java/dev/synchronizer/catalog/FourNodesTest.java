package dev.synchronizer.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.databases.PostgresServer;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.fixtures.Models;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.persistence.JdbcStore;
import dev.synchronizer.store.RowChanges;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** E9: four processes on one PostgreSQL save and read at random, and one of them is killed; {@code -Dminutes=1} longer. */
class FourNodesTest {
    static final int TYPES = 8;
    static final long FIRST_ORDER = 1;

    private static final int NODES = 4;
    private static final long SECONDS = Long.getLong("minutes", 0L) * 60;

    private final List<Process> processes = new ArrayList<>();
    private final TestDatabase database = new PostgresServer().fresh();

    @AfterEach
    void endProcesses() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void everyNodeServesWhatTheRowsSayAndNoneEverSawAnythingTornOrOlder() throws Exception {
        commitTypes();
        long seconds = SECONDS == 0 ? 6 : SECONDS;
        List<Process> nodes = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            nodes.add(start("node" + i, seconds));
        }
        await(nodes.get(0), "halfway");
        nodes.get(0).destroyForcibly().waitFor();
        nodes.set(0, start("node0", seconds / 2));

        for (Process node : nodes) {
            await(node, "done");
        }
        List<String> rows = rows();
        assertThat(rows).hasSize(TYPES).allSatisfy(row -> assertThat(row).doesNotEndWith(" 1"));
        for (Process node : nodes) {
            assertThat(served(node)).isEqualTo(rows);
        }
    }

    static String line(EffectiveType type) {
        EffectiveSettings settings = type.settings();
        return type.name() + ": " + settings.text(SettingKey.DISPLAY_NAME) + " "
                + settings.number(SettingKey.ORDER).toPlainString();
    }

    private void commitTypes() {
        TypeModel[] types = IntStream.range(0, TYPES)
                .mapToObj(i ->
                        Models.said(Models.type("Type" + i, Models.text("text")), SettingKey.ORDER, (int) FIRST_ORDER))
                .toArray(TypeModel[]::new);
        ModuleModel module = Models.site("1.0", types);
        StoredModel stored = StoredModel.ofCommitted(ContentModel.of(module));
        try (JdbcStore store = new JdbcStore(database.dataSource())) {
            store.prepare();
            store.inTransaction(transaction -> {
                transaction.reserveIds(1_000);
                RowChanges rows = new RowChanges(
                        stored.types(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        stored.modules(),
                        List.of());
                return transaction.write(rows, (written, total) -> {});
            });
        }
    }

    private List<String> rows() {
        try (JdbcStore store = new JdbcStore(database.dataSource())) {
            return new Catalog(store, new NoOwnModels())
                    .types().stream().map(FourNodesTest::line).toList();
        }
    }

    private Process start(String name, long seconds) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CatalogNode.class.getName(),
                        database.url(),
                        database.user(),
                        database.password(),
                        name,
                        String.valueOf(seconds))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        processes.add(process);
        return process;
    }

    private static void await(Process node, String expected) throws IOException {
        BufferedReader lines = node.inputReader();
        String line = lines.readLine();
        while (line != null && !line.equals(expected)) {
            assertThat(line).doesNotStartWith("FAILED");
            line = lines.readLine();
        }
        assertThat(line).isEqualTo(expected);
    }

    private static List<String> served(Process node) throws IOException {
        node.outputWriter().write("report\n");
        node.outputWriter().flush();
        BufferedReader lines = node.inputReader();
        List<String> served = new ArrayList<>();
        for (String line = lines.readLine(); line != null && !line.equals("end"); line = lines.readLine()) {
            served.add(line);
        }
        return served;
    }
}
