package dev.synchronizer;

import dev.synchronizer.content.BroughtItems;
import dev.synchronizer.integration.Connectors;
import dev.synchronizer.integration.Integration;
import dev.synchronizer.integration.IntegrationParts;
import dev.synchronizer.integration.NodeConnectors;
import dev.synchronizer.integration.WaitedFor;
import dev.synchronizer.persistence.JdbcStore;
import dev.synchronizer.saving.Leaving;
import dev.synchronizer.task.ChannelSaving;
import dev.synchronizer.task.Housekeeping;
import dev.synchronizer.task.TaskHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The connectors of this node, and its integration from when it is first asked for. */
final class NodeIntegration {
    private final NodeConnectors here;
    private final List<TaskHandler> handlers;
    private final @Nullable JdbcStore store;
    private final @Nullable Connectors connectors;
    private final String node;
    private final SynchronizerBuilder builder;
    private @Nullable Integration integration;

    NodeIntegration(@Nullable JdbcStore store, String node, SynchronizerBuilder builder, LongConsumer committed) {
        this.store = store;
        this.node = node;
        this.builder = builder;
        here = new NodeConnectors(builder.connectors());
        handlers = builder.taskHandlers();
        connectors = store == null
                ? null
                : new Connectors(new ChannelSaving(store, builder.clock, committed), here, builder.actor);
    }

    /** Has the store know the connectors of this node, before anything is saved here. */
    void register() {
        if (connectors != null) {
            connectors.register();
        }
    }

    /**
     * Those who look at tasks where they are logged: the application's own first.
     *
     * @param of gives the integration of this node
     */
    List<TaskHandler> handlers(Supplier<Integration> of) {
        if (!here.isAnyWaitedFor()) {
            return handlers;
        }
        List<TaskHandler> all = new ArrayList<>(handlers);
        all.add(new WaitedFor(here, of));
        return List.copyOf(all);
    }

    /** The same one ever after. */
    synchronized Integration get(
            Supplier<BroughtItems> items,
            Leaving leaving,
            Consumer<String> sooner,
            Housekeeping housekeeping,
            Consumer<String> outside) {
        Integration known = integration;
        if (known == null) {
            if (store == null || connectors == null) {
                throw new IllegalStateException("a synchronizer without a data source has no connectors");
            }
            known = IntegrationParts.of(
                    store.tasks(),
                    connectors,
                    here,
                    items,
                    handlers,
                    leaving,
                    sooner,
                    housekeeping,
                    builder.clock,
                    node,
                    builder.taskLease(),
                    outside);
            integration = known;
        }
        return known;
    }
}
