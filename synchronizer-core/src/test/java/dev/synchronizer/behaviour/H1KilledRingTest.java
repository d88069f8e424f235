package dev.synchronizer.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.task.ConflictPolicy;
import dev.synchronizer.task.RetryPolicy;
import dev.synchronizer.task.ServerChannel;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * H: three servers on three databases tell each other in a circle over HTTP, are edited at random and killed at random; in the
 * end all hold the same, and no task is left. {@code -Dseconds=60} has it go on for longer, {@code -Dseed=1} kills at other moments.
 * Where it fails, its folder stays, with the log, the tasks and the contents of each server.
 */
class H1KilledRingTest {
    private static final long SECONDS = Long.getLong("seconds", 8);
    private static final long SEED = Long.getLong("seed", 7);
    private static final RetryPolicy RETRIES = new RetryPolicy(Duration.ofMillis(100), Duration.ofSeconds(2), 1000);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final List<RingProcess> started = new ArrayList<>();

    /** One of the three. */
    private record Place(String name, TestDatabase database, int port) {}

    @AfterEach
    void end() {
        started.forEach(RingProcess::kill);
    }

    @Test
    void allComeToHoldTheSameWhoeverIsKilled() throws Exception {
        Path models = Site.jar(folder, "1.0", RingEdits.source());
        List<Place> ring = List.of(
                new Place("a", Product.POSTGRESQL.freshDatabase(), freePort()),
                new Place("b", Product.MARIADB.freshDatabase(), freePort()),
                new Place("c", writingAtOnce(Product.H2.freshDatabase()), freePort()));
        for (int at = 0; at < ring.size(); at++) {
            introduce(ring.get(at), ring.get((at + 1) % 3), ring.get((at + 2) % 3), models);
        }
        editAndKill(ring, models);
        try {
            settle(ring, models);
            compare(ring, models);
        } catch (AssertionError e) {
            keep(ring, models);
            throw e;
        }
    }

    private void compare(List<Place> ring, Path models) throws IOException {
        Set<String> made = new TreeSet<>();
        for (Place place : ring) {
            made.addAll(lines(made(place)));
        }
        for (Place place : ring) {
            made.removeAll(lines(RingNode.purged(made(place))));
        }
        Map<String, String> first = contents(ring.get(0), models);
        assertThat(first.keySet()).as("nothing is lost").containsAll(made);
        assertThat(made).isNotEmpty();
        assertThat(contents(ring.get(1), models)).isEqualTo(first);
        assertThat(contents(ring.get(2), models)).isEqualTo(first);
    }

    private void keep(List<Place> ring, Path models) throws IOException {
        started.forEach(RingProcess::kill);
        for (Place place : ring) {
            try (Synchronizer synchronizer = RingNode.open(place.name(), place.database(), models)) {
                Files.write(
                        folder.resolve(place.name() + ".contents"),
                        RingContents.of(synchronizer).entrySet().stream()
                                .map(Object::toString)
                                .toList());
                Files.write(
                        folder.resolve(place.name() + ".tasks"),
                        synchronizer.staging().tasks(Optional.empty(), Set.of(), 0, 100_000).stream()
                                .map(Object::toString)
                                .toList());
            }
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static void introduce(Place place, Place next, Place former, Path models) {
        try (Synchronizer synchronizer = RingNode.open(place.name(), place.database(), models)) {
            var servers = synchronizer.staging().servers();
            servers.save(
                    "Ada",
                    ServerChannel.target(next.name(), "http://127.0.0.1:" + next.port())
                            .withSecret("env:NONE")
                            .on(ConflictPolicy.NEWEST)
                            .retrying(RETRIES));
            servers.save("Ada", ServerChannel.sender(former.name()).withSecret("env:NONE"));
        }
    }

    private void editAndKill(List<Place> ring, Path models) throws Exception {
        Random random = new Random(SEED);
        List<RingProcess> nodes = new ArrayList<>();
        for (Place place : ring) {
            nodes.add(start(place, models, "edit"));
        }
        Instant end = Instant.now().plusSeconds(SECONDS);
        while (Instant.now().isBefore(end)) {
            Thread.sleep(500 + random.nextInt(1_500));
            int which = random.nextInt(ring.size());
            nodes.get(which).kill();
            nodes.set(which, start(ring.get(which), models, "edit"));
        }
        nodes.forEach(RingProcess::kill);
    }

    /** Until none of them has had a task left for some time. */
    private void settle(List<Place> ring, Path models) throws Exception {
        List<RingProcess> nodes = new ArrayList<>();
        for (Place place : ring) {
            nodes.add(start(place, models, "report"));
        }
        Instant end = Instant.now().plus(LONGEST);
        int quiet = 0;
        String last = "";
        while (quiet < 10) {
            assertThat(Instant.now()).as("tasks are left: " + last).isBefore(end);
            boolean none = true;
            last = "";
            for (RingProcess node : nodes) {
                String line = node.ask();
                last += line + " ";
                none &= "OPEN 0".equals(line);
            }
            quiet = none ? quiet + 1 : 0;
            Thread.sleep(100);
        }
        for (RingProcess node : nodes) {
            node.end();
        }
    }

    private RingProcess start(Place place, Path models, String mode) throws Exception {
        RingProcess node = RingProcess.start(
                folder.resolve(place.name() + ".log"),
                List.of(
                        place.name(),
                        place.database().url(),
                        place.database().user(),
                        place.database().password(),
                        Integer.toString(place.port()),
                        models.toString(),
                        mode,
                        made(place).toString()));
        started.add(node);
        return node;
    }

    private Path made(Place place) {
        return folder.resolve(place.name() + ".made");
    }

    private static Map<String, String> contents(Place place, Path models) {
        try (Synchronizer synchronizer = RingNode.open(place.name(), place.database(), models)) {
            return RingContents.of(synchronizer);
        }
    }

    /** H2 would else keep what is committed for half a second before it writes it, and lose it with its process. */
    private static TestDatabase writingAtOnce(TestDatabase h2) {
        return h2.withUrl(h2.url() + ";WRITE_DELAY=0");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
