package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.behaviour.Servers.Server;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.store.ItemFilter.Bin;
import dev.synchronizer.task.ConflictPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** H: servers in a circle that are edited all at once come to hold the same, where the newest edit wins at each place. */
class H1RingTest {
    private static final int EDITS = 60;

    @TempDir
    Path folder;

    private Path models() {
        return Site.jar(
                folder,
                "1.0",
                "@ContentType public class Article {" + property("String", "title") + property("String", "teaser")
                        + property("String", "body") + "}");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void allComeToHoldTheSame(long seed) {
        Random random = new Random(seed);
        try (Servers all = new Servers()) {
            List<Server> ring = List.of(
                    all.start("a", Product.H2, models()),
                    all.start("b", Product.H2, models()),
                    all.start("c", Product.H2, models()));
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

            Map<UUID, String> first = contents(ring.get(0));
            assertThat(first).isNotEmpty();
            assertThat(contents(ring.get(1))).isEqualTo(first);
            assertThat(contents(ring.get(2))).isEqualTo(first);
            ring.forEach(server -> assertThat(server.tasks(DeliveryState.DEAD, DeliveryState.CONFLICT))
                    .isEmpty());
        }
    }

    private static void edit(Server server, List<UUID> ids, Random random) {
        if (ids.isEmpty() || random.nextInt(5) == 0) {
            ids.add(server.create("Article", "New " + ids.size()).id());
            return;
        }
        UUID id = ids.get(random.nextInt(ids.size()));
        Item item = server.site().items().find(id).orElse(null);
        if (item == null) {
            return;
        }
        try {
            change(server, item, random);
        } catch (ProblemsException e) {
            // It stands below something that is in the bin.
            assertThat(e.getMessage()).contains("recycle bin");
        }
    }

    private static void change(Server server, Item item, Random random) {
        var items = server.site().items();
        if (item.isDeleted()) {
            items.restore("Ada", item.id());
            return;
        }
        switch (random.nextInt(8)) {
            case 0 -> items.delete("Ada", item.id());
            case 1 -> items.rename("Ada", item.id(), "Name " + random.nextInt(100));
            case 2 -> items.create("Ada", NewItem.of("Article", "Below").below(item.id()));
            default -> {
                String property = List.of("title", "teaser", "body").get(random.nextInt(3));
                String value = random.nextInt(6) == 0 ? null : server.name() + random.nextInt(1000);
                items.save("Ada", item.with(property, value));
            }
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

    /** All that a server holds, but for who saved it when, and how often. */
    private static Map<UUID, String> contents(Server server) {
        Map<UUID, String> contents = new TreeMap<>();
        server.site().items().forEach(ItemQuery.all().in(Bin.ANY), item -> {
            contents.put(item.id(), item.name() + " " + item.parent() + " " + item.isDeleted() + " " + item.values());
        });
        return contents;
    }
}
