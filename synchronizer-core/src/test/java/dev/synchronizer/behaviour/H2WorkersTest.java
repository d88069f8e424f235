package dev.synchronizer.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.Item;
import dev.synchronizer.integration.ConnectorTask;
import dev.synchronizer.integration.IncomingChange;
import dev.synchronizer.integration.Outcome;
import dev.synchronizer.integration.Subscription;
import dev.synchronizer.integration.Subscription.Form;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.task.RunSummary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;

/** H: several workers, on several nodes, keep the order of each key, and do nothing twice. */
class H2WorkersTest {
    private static final int KEYS = 8;
    private static final int CHANGES = 12;

    @TempDir
    Path folder;

    private final OtherSystem crm = new OtherSystem("crm", Subscription.to(Form.SIMPLE));

    private static void atOnce(Connected one, Connected other, OtherSystem system) throws Exception {
        Callable<RunSummary> here = () -> one.run(system);
        Callable<RunSummary> there = () -> other.run(system);
        AtOnce.all(List.of(here, there, here, there));
    }

    /** Those that had to wait behind another one are looked at again by and by. */
    private static void untilDone(Connected one, Connected other, OtherSystem system) throws Exception {
        for (int round = 0; round < 20 && !one.tasks(system).stream().allMatch(ConnectorTask::isDone); round++) {
            atOnce(one, other, system);
            one.later(Duration.ofSeconds(31));
        }
        assertThat(one.tasks(system)).allMatch(ConnectorTask::isDone);
    }

    @OnEveryDatabase
    void whatComesIsDoneInItsOrder(Product product) throws Exception {
        Map<String, List<Integer>> seen = new ConcurrentHashMap<>();
        crm.mapping((task, ids) -> {
            seen.computeIfAbsent(task.key(), any -> new CopyOnWriteArrayList<>())
                    .add(Integer.valueOf(task.payload()));
            return IncomingChange.saved(task.key(), "Article", task.key()).with("title", task.payload());
        });
        try (Connected site = Connected.start(product, folder, crm);
                Connected other = site.another(crm)) {
            for (int change = 0; change < CHANGES; change++) {
                for (int key = 0; key < KEYS; key++) {
                    site.receive(crm, change + "/" + key, "key-" + key, Integer.toString(change));
                }
            }
            untilDone(site, other, crm);

            assertThat(seen)
                    .hasSize(KEYS)
                    .allSatisfy((key, changes) -> assertThat(changes).isSorted());
            assertThat(site.items()).hasSize(KEYS).allSatisfy(item -> {
                assertThat(item.get("title")).contains(Integer.toString(CHANGES - 1));
                assertThat(item.revision()).as("each change once").isEqualTo(CHANGES);
            });
        }
    }

    @OnEveryDatabase
    void whatIsSavedIsToldInItsOrderAndNeverTwoOfOneKeyAtOnce(Product product) throws Exception {
        Set<String> underWay = ConcurrentHashMap.newKeySet();
        AtomicInteger together = new AtomicInteger();
        AtomicInteger calls = new AtomicInteger();
        crm.answering((task, ids) -> {
            if (!underWay.add(task.key())) {
                together.incrementAndGet();
            }
            Thread.yield();
            underWay.remove(task.key());
            return calls.incrementAndGet() % 5 == 0 ? Outcome.SKIP_NOW : Outcome.OK;
        });
        try (Connected site = Connected.start(product, folder, crm);
                Connected other = site.another(crm)) {
            for (int key = 0; key < KEYS; key++) {
                Item item = site.create("T" + key);
                for (int change = 1; change < CHANGES; change++) {
                    if (change % 3 == 0) {
                        site.site().items().delete("Ada", item.id());
                        site.site().items().restore("Ada", item.id());
                    } else {
                        site.save(item, "T" + key + "/" + change);
                    }
                }
            }
            untilDone(site, other, crm);

            assertThat(together).hasValue(0);
            Map<String, List<Long>> told = new HashMap<>();
            Map<String, List<SaveOperation>> operations = new HashMap<>();
            crm.told().forEach(task -> {
                told.computeIfAbsent(task.key(), any -> new ArrayList<>()).add(task.id());
                operations.computeIfAbsent(task.key(), any -> new ArrayList<>()).add(task.operation());
            });
            assertThat(told)
                    .hasSize(KEYS)
                    .allSatisfy((key, ids) -> assertThat(ids).isSorted());
            assertThat(operations)
                    .allSatisfy((key, all) -> assertThat(all)
                            .startsWith(SaveOperation.CREATE)
                            .contains(SaveOperation.DELETE)
                            .endsWith(SaveOperation.RESTORE));
        }
    }
}
