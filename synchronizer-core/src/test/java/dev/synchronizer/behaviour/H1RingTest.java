package dev.synchronizer.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.behaviour.Servers.Server;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.task.ConflictPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** H: servers in a circle that are edited all at once come to hold the same, where the newest edit wins at each place. */
class H1RingTest {
    private static final int EDITS = 120;

    @TempDir
    Path folder;

    private Path models() {
        return Site.jar(folder, "1.0", RingEdits.source());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void allComeToHoldTheSame(long seed) {
        allComeToHoldTheSame(Product.H2, seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void allComeToHoldTheSameOnPostgresql(long seed) {
        allComeToHoldTheSame(Product.POSTGRESQL, seed);
    }

    private void allComeToHoldTheSame(Product product, long seed) {
        Random random = new Random(seed);
        try (Servers all = new Servers()) {
            List<Server> ring = List.of(
                    all.start("a", product, models()),
                    all.start("b", product, models()),
                    all.start("c", product, models()));
            for (int at = 0; at < ring.size(); at++) {
                ring.get(at).tells(ring.get((at + 1) % ring.size()), target -> target.on(ConflictPolicy.NEWEST));
            }
            List<UUID> ids = new ArrayList<>();
            for (int edit = 0; edit < EDITS; edit++) {
                edit(ring.get(random.nextInt(ring.size())), ids, random);
                if (random.nextInt(4) == 0) {
                    int from = random.nextInt(ring.size());
                    ring.get(from).run(ring.get((from + 1) % ring.size()));
                }
            }
            settle(ring);

            Map<String, String> first = RingContents.of(ring.get(0).site().synchronizer());
            assertThat(first).isNotEmpty();
            assertThat(RingContents.of(ring.get(1).site().synchronizer())).isEqualTo(first);
            assertThat(RingContents.of(ring.get(2).site().synchronizer())).isEqualTo(first);
            ring.forEach(server -> assertThat(server.tasks(DeliveryState.DEAD, DeliveryState.CONFLICT))
                    .isEmpty());
        }
    }

    private static void edit(Server server, List<UUID> ids, Random random) {
        RingEdits edits = new RingEdits(server.site().synchronizer(), server.name(), random);
        if (ids.isEmpty() || random.nextInt(8) == 0) {
            ids.add(edits.create());
            return;
        }
        try {
            edits.one(ids);
        } catch (ProblemsException e) {
            // It is refused here, and so there is nothing to tell.
        }
    }

    private static void settle(List<Server> ring) {
        for (int round = 0; round < 20; round++) {
            for (int at = 0; at < ring.size(); at++) {
                Server next = ring.get((at + 1) % ring.size());
                ring.get(at).run(next);
                for (var task : ring.get(at).tasks(DeliveryState.RETRY, DeliveryState.BLOCKED, DeliveryState.PENDING)) {
                    ring.get(at).staging().run(task.task().id(), next.name());
                }
            }
            if (ring.stream().allMatch(server -> server.open() == 0)) {
                return;
            }
        }
        throw new AssertionError("tasks are left: "
                + ring.stream()
                        .flatMap(server -> server.tasks().stream())
                        .filter(task -> task.delivery().waiting())
                        .map(task -> task.task().key() + " " + task.task().operation() + " "
                                + task.delivery().state() + " " + task.answer())
                        .toList());
    }
}
