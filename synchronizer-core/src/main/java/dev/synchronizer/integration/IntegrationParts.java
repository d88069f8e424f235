package dev.synchronizer.integration;

import dev.synchronizer.content.BroughtItems;
import dev.synchronizer.saving.Leaving;
import dev.synchronizer.store.TaskQueue;
import dev.synchronizer.task.Dispatch;
import dev.synchronizer.task.Housekeeping;
import dev.synchronizer.task.TaskHandler;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Puts together what a node tells other systems and takes in from them. */
public final class IntegrationParts {
    private IntegrationParts() {}

    /**
     * What a node does.
     *
     * @param here the connectors of which it has the code
     * @param handlers look at what other systems send
     * @param sooner has the tasks of a channel seen to in the background
     * @param housekeeping is done now and then, as connectors are run
     * @param node its name, which no other one has
     * @param lease for how long nobody else takes what it has taken
     * @param outside refuses what has transactions of its own in a unit of work; is given what that is
     */
    public static Integration of(
            TaskQueue queue,
            Connectors connectors,
            NodeConnectors here,
            Supplier<BroughtItems> items,
            List<TaskHandler> handlers,
            Leaving leaving,
            Consumer<String> sooner,
            Housekeeping housekeeping,
            Clock clock,
            String node,
            Duration lease,
            Consumer<String> outside) {
        Dispatch dispatch = new Dispatch(queue, node, clock, lease);
        IncomingLog incoming = new IncomingLog(queue, handlers, leaving, sooner, dispatch::now);
        return new Integration(connectors, here, queue, dispatch, incoming, items, housekeeping, outside, new Random());
    }
}
