package dev.synchronizer.integration;

import dev.synchronizer.store.StoredTask;
import dev.synchronizer.store.TaskDirection;
import dev.synchronizer.task.RunSummary;
import dev.synchronizer.task.TaskHandler;
import dev.synchronizer.task.TaskLoggedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Has connectors told on the saving thread, behind the commit, where they subscribe so. What fails is tried again later, by
 * whoever runs tasks; nobody waits for a system that was just found to be away.
 */
public final class WaitedFor implements TaskHandler {
    /** Behind that, no further task is begun for a save that waits. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final Duration LEFT_ALONE = Duration.ofSeconds(30);

    private final NodeConnectors here;
    private final Supplier<Integration> integration;
    private final Map<String, Instant> away = new ConcurrentHashMap<>();

    public WaitedFor(NodeConnectors here, Supplier<Integration> integration) {
        this.here = here;
        this.integration = integration;
    }

    @Override
    public String name() {
        return "connectors that are waited for";
    }

    @Override
    public void taskLogged(TaskLoggedEvent event) {
        StoredTask task = event.task();
        if (task.direction() == TaskDirection.OUTGOING) {
            event.channels().stream()
                    .filter(name -> isWaitedFor(name, task))
                    .forEach(name -> tell(integration.get(), name, task));
        }
    }

    private void tell(Integration tasks, String connector, StoredTask task) {
        Instant until = away.get(connector);
        if (until != null && tasks.now().isBefore(until)) {
            return;
        }
        RunSummary summary = tasks.atOnce(task, LONGEST);
        if (summary.isReached()) {
            away.remove(connector);
        } else {
            away.put(
                    connector,
                    tasks.now()
                            .plus(summary.rest()
                                    .filter(rest -> rest.compareTo(LEFT_ALONE) > 0)
                                    .orElse(LEFT_ALONE)));
        }
    }

    private boolean isWaitedFor(String connector, StoredTask task) {
        String type = task.type() == null ? "" : task.type();
        return here.interests(connector).stream()
                .filter(interest -> interest.covers(task.kind(), type, task.operation()))
                .findFirst()
                .filter(interest -> interest.synchronous())
                .isPresent();
    }
}
