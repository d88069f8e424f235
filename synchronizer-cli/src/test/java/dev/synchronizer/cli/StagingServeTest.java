package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process takes in what other servers send, until it is told to end. */
class StagingServeTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path directory;

    private TwoServers servers;
    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        servers = TwoServers.in(directory);
    }

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    private Process serve(String server, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "staging",
                "serve",
                "--url",
                servers.url(server)));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(directory.resolve(server + ".err").toFile())
                .start();
        started.add(process);
        return process;
    }

    private String said(String server, Process process) throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        assertThat(line)
                .as(Files.readString(directory.resolve(server + ".err")))
                .isNotNull();
        return line;
    }

    private void endsInOrder(String server, Process process) throws Exception {
        process.destroy();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(directory.resolve(server + ".err")).hasContent("");
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void whatAnAcceptedServerSendsIsTakenInUntilItIsTold() throws Exception {
        Path secret = Files.writeString(directory.resolve("secret"), "s".repeat(40));
        servers.done("there", "staging", "servers", "add", "here", "--accept", "--secret", "file:" + secret);
        Process process = serve("there", "--server-name", "there");
        String line = said("there", process);
        assertThat(line).matches("there takes in changes at http://127\\.0\\.0\\.1:\\d+\\.");
        String url = line.substring(line.indexOf("http"), line.length() - 1);

        servers.done("here", "staging", "servers", "add", "there", url, "--secret", "file:" + secret);
        String item = servers.create("here", "One");
        assertThat(servers.done("here", "staging", "run", "--all", "--server-name", "here"))
                .contains("1     there   DONE   applied");
        endsInOrder("there", process);

        assertThat(servers.show("there", item)).contains("One");
        assertThat(servers.run("here", "staging", "servers", "test", "there", "--server-name", "here")
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void itTellsItsOwnChangesWhereThatIsAskedFor() throws Exception {
        Path files = directory.resolve("files");
        servers.done("here", "staging", "servers", "add", "files", "dir:" + files);
        String item = servers.create("here", "One");

        Process process = serve("here", "--deliver", "--format", "json");
        String line = said("here", process);
        assertThat(AdministrationSchemaTest.violations("staging-serving", line)).isEmpty();
        assertThat(AdministrationSchemaTest.violations("staging-serving", line.replace("\"url\"", "\"uri\"")))
                .isNotEmpty();
        long latest = System.nanoTime() + PATIENCE.toNanos();
        while (!holds(files, item)) {
            assertThat(System.nanoTime()).as("told").isLessThan(latest);
            Thread.sleep(50);
        }
        endsInOrder("here", process);

        assertThat(servers.done("here", "staging", "tasks", "--all")).contains("1     files");
    }

    private static boolean holds(Path files, String item) throws IOException {
        Path items = files.resolve("items");
        if (!Files.isDirectory(items)) {
            return false;
        }
        try (Stream<Path> all = Files.walk(items)) {
            return all.anyMatch(file -> file.endsWith(item + ".json"));
        }
    }

    @Test
    void aPortThatIsTakenIsSaid() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            CommandRun run = servers.run("here", "staging", "serve", "--port", Integer.toString(taken.getLocalPort()));

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err())
                    .contains(
                            "CT1031 error 127.0.0.1:" + taken.getLocalPort() + ": nobody can listen there",
                            "a port that is free");
            assertThat(run.out()).isEmpty();
        }
    }

    @Test
    void whatCannotBeServedIsRefused() {
        assertThat(servers.run("here", "staging", "serve", "--port", "70000").exitCode())
                .isEqualTo(64);
        CommandRun name = servers.run("here", "staging", "serve", "--server-name", "no name");
        assertThat(name.exitCode()).as(name.err()).isEqualTo(64);
        CommandRun missing = servers.run("missing", "staging", "serve");
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.err()).contains("CT615");
        assertThat(directory.resolve("missing.mv.db")).doesNotExist();
    }
}
