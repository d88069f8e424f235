package dev.synchronizer;

import dev.synchronizer.content.Items;
import dev.synchronizer.doctor.Doctor;
import dev.synchronizer.exchange.SignedEndpoint;
import dev.synchronizer.integration.Integration;
import dev.synchronizer.persistence.JdbcStore;
import dev.synchronizer.saving.Doors;
import dev.synchronizer.saving.Interception;
import dev.synchronizer.saving.Leaving;
import dev.synchronizer.saving.RemoteCalls;
import dev.synchronizer.saving.RemoteListening;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SavePath;
import dev.synchronizer.saving.SaveWay;
import dev.synchronizer.saving.TaskLog;
import dev.synchronizer.saving.Unit;
import dev.synchronizer.saving.Units;
import dev.synchronizer.schedule.SchedulingNode;
import dev.synchronizer.settings.Definitions;
import dev.synchronizer.settings.KnownNames;
import dev.synchronizer.settings.Overrides;
import dev.synchronizer.settings.RuleGround;
import dev.synchronizer.settings.Rules;
import dev.synchronizer.staging.Staging;
import dev.synchronizer.staging.directory.ContentDirectory;
import dev.synchronizer.store.ContentUsage;
import dev.synchronizer.store.SaveFailure;
import dev.synchronizer.task.Couriers;
import dev.synchronizer.task.Housekeeping;
import dev.synchronizer.task.Round;
import dev.synchronizer.task.TaskHandler;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** The ways to the store of this node, which applications and handlers take, and the way that all of their saves go. */
final class NodeDoors implements Doors {
    private final String node = NodeName.unique();
    private final @Nullable JdbcStore store;
    private final StoredComparison comparison;
    private final @Nullable SaveWay way;
    private final NodeHandlers handlers;
    private final NodeCatalog catalog;
    private final NodeRules nodeRules;
    private final RuleGround ruleGround;
    private final KnownNames knownNames;
    private final ContentUsage contentUsage;
    private final Consumer<SaveFailure> told;
    private final Clock clock;
    private final NodeIntegration integration;
    private final List<TaskHandler> taskHandlers;
    private final SynchronizerBuilder builder;
    private final ServerStores serverStores;
    private @Nullable Staging staging;
    private @Nullable Couriers couriers;
    private @Nullable Housekeeping housekeeping;
    private final Progress progress;
    private final LongConsumer committed;

    NodeDoors(
            @Nullable JdbcStore store,
            StoredComparison comparison,
            NodeHandlers handlers,
            SynchronizerBuilder builder) {
        this.store = store;
        this.comparison = comparison;
        this.handlers = handlers;
        clock = builder.clock;
        this.builder = builder;
        serverStores = new ServerStores(builder);
        told = builder.failures();
        integration =
                new NodeIntegration(store, node, builder, number -> catalog().committed());
        taskHandlers = integration.handlers(this::integration);
        way = store == null ? null : way(store);
        nodeRules = new NodeRules(handlers.known().store(), builder.ruleLimits());
        catalog = new NodeCatalog(store, way, nodeRules, hearing(builder), builder);
        ruleGround = new RuleGround(
                catalog::open,
                nodeRules::conditions,
                () -> called().tasks(),
                name -> called().isKnown(name),
                catalog::trial);
        knownNames = builder.knownNames;
        contentUsage = builder.contentUsage;
        progress = builder.progress;
        committed = number -> catalog.committed();
    }

    private SaveWay way(JdbcStore of) {
        Leaving leaving = leaving(of);
        Units units = new Units(of, of, this::ready);
        return new SaveWay(
                units,
                new SavePath(
                        () -> called(units),
                        this,
                        leaving,
                        new TaskLog(() -> taskHandlers, channel -> tasks().attend(channel))));
    }

    private Leaving leaving(JdbcStore of) {
        return new Leaving(node, clock, new KeptFailures(of, told));
    }

    /** Before a unit begins, handlers are there that come late, and the store knows whom to tell. */
    private void ready() {
        handlers.get();
        integration.register();
    }

    /**
     * A unit goes on with those with whom it began: nobody is made within it, which may take a connection of its own, and who comes
     * meanwhile is called for the next one.
     */
    private Interception called(Units units) {
        Unit unit = units.current();
        return unit == null ? handlers.get() : unit.known(Interception.class, handlers::known);
    }

    private Interception called() {
        return way == null ? handlers.get() : called(way.units());
    }

    /** Begins to look after the schedules, where there are any. */
    void start(NodeSchedules schedules) {
        if (!schedules.isEmpty()) {
            JdbcStore of = store();
            String storeName = handlers.required().store();
            schedules.start(
                    of, catalog.ruleRuns(), new SchedulingNode(node, storeName, clock, new KeptFailures(of, told)));
        }
    }

    private @Nullable RemoteListening hearing(SynchronizerBuilder builder) {
        if (store == null || way == null) {
            return null;
        }
        RemoteCalls calls = new RemoteCalls(handlers::known, way.path(), way.units());
        return new RemoteListening(store.nodeEvents(), calls, builder.pollInterval);
    }

    NodeRules nodeRules() {
        return nodeRules;
    }

    NodeCatalog catalog() {
        return catalog;
    }

    @Nullable
    SaveWay way() {
        return way;
    }

    /** @throws IllegalStateException without a data source */
    private JdbcStore store() {
        return comparison.store();
    }

    /** @throws IllegalStateException if a unit of work is under way on this thread */
    void requireNoUnit(String what) {
        Objects.requireNonNull(way).units().requireNone(what);
    }

    Overrides overrides() {
        return overrides(SaveOptions.standard());
    }

    private Overrides overrides(SaveOptions options) {
        return new Overrides(store(), way(options), clock, knownNames, contentUsage, committed);
    }

    Definitions definitions() {
        return definitions(SaveOptions.standard());
    }

    private Definitions definitions(SaveOptions options) {
        return new Definitions(store(), way(options), clock, knownNames, contentUsage, progress::worked, committed);
    }

    Rules rules() {
        return rules(SaveOptions.standard());
    }

    private Rules rules(SaveOptions options) {
        return new Rules(store(), way(options), clock, ruleGround, committed);
    }

    private SaveWay way(SaveOptions options) {
        return Objects.requireNonNull(way).with(options);
    }

    ContentDirectory directory(Path path) {
        return new ContentDirectory(path, store(), () -> NodeStaging.kinds(catalog, this), catalog::stagedItems);
    }

    /** The same one ever after. */
    synchronized Staging staging() {
        Staging known = staging;
        if (known == null) {
            known = NodeStaging.of(store(), catalog, this, node, serverStores, housekeeping(), builder);
            staging = known;
        }
        return known;
    }

    /** The same one ever after. */
    Integration integration() {
        return integration.get(
                catalog::broughtItems,
                leaving(store()),
                channel -> tasks().attend(channel),
                housekeeping(),
                this::requireNoUnit);
    }

    SignedEndpoint endpoint() {
        return staging().endpoint(builder.serverName(), builder.stagingEndpoint(clock));
    }

    /** What this node does of tasks in the background; the same one ever after. */
    synchronized Couriers tasks() {
        Couriers known = couriers;
        if (known == null) {
            known = new Couriers(this::rounds, housekeeping(), builder.taskInterval());
            couriers = known;
        }
        return known;
    }

    /** The same one ever after, so that it is not done more often for being done by many. */
    private synchronized Housekeeping housekeeping() {
        Housekeeping known = housekeeping;
        if (known == null) {
            known = new Housekeeping(store().tasks(), clock, builder.taskRetention());
            housekeeping = known;
        }
        return known;
    }

    private List<Round> rounds() {
        List<Round> rounds = new ArrayList<>(staging().rounds());
        rounds.addAll(integration().rounds());
        return rounds;
    }

    /** Ends what this node does in the background, and on other servers. */
    void close() {
        Couriers known;
        synchronized (this) {
            known = couriers;
        }
        if (known != null) {
            known.close();
        }
        serverStores.close();
    }

    Doctor doctor() {
        return new Doctor(store(), store(), clock, catalog::committed);
    }

    /** Of whatever origin they are: who is called for a save goes on from there. */
    @Override
    public <T> T open(Class<T> door, SaveOptions options) {
        if (door == Items.class) {
            return door.cast(catalog.items(options));
        }
        if (door == Overrides.class) {
            return door.cast(overrides(options));
        }
        if (door == Definitions.class) {
            return door.cast(definitions(options));
        }
        if (door == Rules.class) {
            return door.cast(rules(options));
        }
        throw new IllegalArgumentException(door.getName() + " is no way to the store");
    }
}
