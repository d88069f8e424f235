package dev.synchronizer.integration;

import dev.synchronizer.store.StoredTask;
import dev.synchronizer.store.TaskDirection;
import dev.synchronizer.task.TaskHandler;
import dev.synchronizer.task.TaskLoggedEvent;
import java.util.function.Supplier;

/** Has connectors told on the saving thread, behind the commit, where they subscribe so; what fails is tried again later. */
public final class WaitedFor implements TaskHandler {
    private final NodeConnectors here;
    private final Supplier<Integration> integration;

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
        if (event.task().direction() == TaskDirection.OUTGOING
                && event.channels().stream().anyMatch(name -> isWaitedFor(name, event.task()))) {
            integration.get().run(event.task().id());
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
