package dev.synchronizer.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.databases.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H2 has no lock around schema work that would die with its connection, and may yet serve several processes. */
class H2OverTcpTest {
    private static final int PROCESSES = 4;

    @TempDir
    Path folder;

    private Server server;

    @BeforeEach
    void startServer() throws SQLException {
        server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void manyProcessesMakeTheSchemaOfOneEmptyDatabaseAtOnceAndNoneFails() throws Exception {
        String url = "jdbc:h2:tcp://localhost:" + server.getPort() + "/" + folder.resolve("store");
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            processes.add(start(url));
        }
        for (Process process : processes) {
            assertThat(process.inputReader().readLine()).isEqualTo("ready");
        }
        for (Process process : processes) {
            process.outputWriter().write("go\n");
            process.outputWriter().flush();
        }
        for (Process process : processes) {
            String output = process.inputReader().lines().collect(Collectors.joining("\n"));
            assertThat(process.waitFor()).as(output).isZero();
        }
        try (JdbcStore store = new JdbcStore(new TestDatabase(url, "sa", "").dataSource())) {
            assertThat(store.<Long>inTransaction(transaction -> transaction.reserveIds(1)))
                    .isEqualTo(1 + PROCESSES);
        }
    }

    private static Process start(String url) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        NodeProgram.class.getName(),
                        url)
                .redirectErrorStream(true)
                .start();
    }
}
