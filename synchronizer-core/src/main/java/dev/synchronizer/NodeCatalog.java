package dev.synchronizer;

import dev.synchronizer.catalog.Catalog;
import dev.synchronizer.catalog.OwnModels;
import dev.synchronizer.catalog.Poller;
import dev.synchronizer.content.BroughtItems;
import dev.synchronizer.content.Bulk;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.RuleBatches;
import dev.synchronizer.content.RuleTrials;
import dev.synchronizer.content.StagedChildren;
import dev.synchronizer.content.StagedItems;
import dev.synchronizer.content.Work;
import dev.synchronizer.diff.ModelComparison;
import dev.synchronizer.diff.ModelDiff;
import dev.synchronizer.diff.ModuleState;
import dev.synchronizer.diff.Scope;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.ModuleVersion;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.persistence.JdbcStore;
import dev.synchronizer.plan.ModulePlan;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.reapplication.RuleRuns;
import dev.synchronizer.rule.Rule;
import dev.synchronizer.rule.RuleTrial;
import dev.synchronizer.saving.Interception;
import dev.synchronizer.saving.RemoteListening;
import dev.synchronizer.saving.RemoteThread;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SaveWay;
import dev.synchronizer.scan.ModelScanner;
import dev.synchronizer.scan.ScanRequest;
import dev.synchronizer.scan.ScannedModels;
import dev.synchronizer.seal.Tripwire;
import dev.synchronizer.transfer.ItemTransfer;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The catalog of this node, from when it is first asked for, and what the node knows of its own code. */
final class NodeCatalog implements OwnModels, AutoCloseable {
    private final @Nullable JdbcStore store;
    private final @Nullable SaveWay saving;
    private final NodeRules rules;
    private final @Nullable RemoteListening hearing;
    private final ScanRequest request;
    private final int scanThreads;
    private final Duration pollInterval;
    private final boolean changeNotifications;
    private final Clock clock;
    private final Tripwire tripwire;
    private volatile OwnVersions own = new OwnVersions(Map.of());
    private @Nullable ContentModel code;
    private volatile @Nullable Catalog catalog;
    private volatile @Nullable Content content;
    private final RemoteThread remoteThread = new RemoteThread(this::tell);
    private @Nullable Poller poller;
    private boolean closed;

    NodeCatalog(
            @Nullable JdbcStore store,
            @Nullable SaveWay saving,
            NodeRules rules,
            @Nullable RemoteListening hearing,
            SynchronizerBuilder builder) {
        this.hearing = hearing;
        this.store = store;
        this.saving = saving;
        this.rules = rules;
        request = builder.scanRequest();
        scanThreads = builder.scanThreads;
        pollInterval = builder.pollInterval;
        changeNotifications = builder.changeNotifications;
        clock = builder.clock;
        tripwire = builder.tripwire();
    }

    /** Asked for again, it is there without a lock, which a scan of this node's code may hold for long. */
    Catalog open() {
        Catalog opened = catalog;
        return opened == null ? openOnce() : opened;
    }

    Items items() {
        return content().items();
    }

    /** Those that are saved in some way. */
    Items items(SaveOptions options) {
        return new Items(content().work(), options);
    }

    ItemTransfer transfer() {
        return content().transfer();
    }

    StagedItems stagedItems() {
        return new StagedItems(content().work());
    }

    BroughtItems broughtItems() {
        return new BroughtItems(content().work());
    }

    StagedChildren stagedChildren() {
        return new StagedChildren(content().work());
    }

    RuleTrial trial(Rule rule, UUID item) {
        return content().trials().of(rule, item);
    }

    RuleRuns ruleRuns() {
        return content().ruleRuns();
    }

    /** Several ways to the same content. */
    private record Content(Work work, Items items, ItemTransfer transfer, RuleTrials trials, RuleRuns ruleRuns) {}

    /** The same one ever after: it keeps what it knows of types. */
    private Content content() {
        Content known = content;
        return known == null ? contentOnce(open()) : known;
    }

    private synchronized Content contentOnce(Catalog opened) {
        Content known = content;
        if (known == null) {
            SaveWay ofStore = Objects.requireNonNull(saving);
            Work work = new Work(Objects.requireNonNull(store), opened, clock, ofStore.units(), ofStore.path(), rules);
            known = new Content(
                    work,
                    new Items(work),
                    new ItemTransfer(new Bulk(work)),
                    new RuleTrials(work, rules::conditions),
                    new RuleRuns(new RuleBatches(work)));
            content = known;
        }
        return known;
    }

    private synchronized Catalog openOnce() {
        if (store == null) {
            throw new IllegalStateException("a synchronizer without a data source has no catalog");
        }
        Catalog opened = catalog;
        if (opened == null) {
            opened = new Catalog(store, this, tripwire);
            catalog = opened;
            if (!pollInterval.isZero() && !closed) {
                poller = Poller.start(opened, store.watch(changeNotifications), pollInterval, clock, this::listen);
            }
        }
        return opened;
    }

    /** Where it polls, has other nodes announce what they save from now on to handlers that hear. */
    void listen(Interception handlers) {
        if (store != null && !pollInterval.isZero() && handlers.hears()) {
            open();
            remoteThread.wake();
        }
    }

    /** What the polling thread does, which never waits for a handler. */
    private void listen() {
        if (hearing != null && hearing.ask()) {
            remoteThread.wake();
        }
    }

    /** Catches up with other nodes, and tells handlers what these have saved. */
    void catchUp() {
        Catalog opened = open();
        if (Objects.requireNonNull(saving).units().isUnderWay()) {
            throw new IllegalStateException("in a unit of work nobody catches up with other nodes");
        }
        opened.refresh();
        tell();
        opened.alarm(clock.instant());
    }

    private void tell() {
        if (hearing != null && hearing.ask()) {
            hearing.tell();
        }
    }

    /** Takes from a plan of this node's own code which versions it has; what they mean, no start needs to know. */
    void knows(SyncPlan plan) {
        Map<String, @Nullable String> known = new HashMap<>();
        for (ModulePlan module : plan.modules()) {
            if (module.state() != ModuleState.ABSENT && module.state() != ModuleState.GONE) {
                known.put(module.name(), module.version());
            }
        }
        if (!known.equals(own.written)) {
            own = new OwnVersions(known);
            Catalog opened = catalog;
            if (opened != null) {
                opened.forget();
            }
        }
    }

    /** Makes the next read show what this node has just committed. */
    void committed() {
        Catalog opened = catalog;
        if (opened != null) {
            opened.refreshAfterCommit();
        }
    }

    @Override
    public Map<String, ModuleVersion> versions() {
        return own.meant();
    }

    @Override
    public ModelDiff compare(StoredModel stored) {
        return ModelComparison.compare(stored, code(), Scope.everything().ofScan(request.packages()));
    }

    /** Scanned only where a newer version of it has committed, and then kept: it does not change while it runs. */
    private synchronized ContentModel code() {
        ContentModel known = code;
        if (known == null) {
            known = scanned();
            code = known;
        }
        return known;
    }

    private ContentModel scanned() {
        try {
            ScannedModels scanned = ModelScanner.scan(request, Set.of(), scanThreads);
            scanned.problems().throwIfErrors();
            return scanned.model();
        } catch (ProblemsException e) {
            LoggerFactory.getLogger(Catalog.class)
                    .warn("Newer code's defaults are served, as this node's own cannot be read: {}", e.getMessage());
            return new ContentModel(List.of());
        }
    }

    @Override
    public void close() {
        Poller polling;
        synchronized (this) {
            closed = true;
            polling = poller;
            poller = null;
        }
        if (hearing != null) {
            hearing.close();
        }
        if (polling != null) {
            polling.close();
        }
        remoteThread.close();
    }

    /** The versions of this node's modules, as they are written, and what they mean once somebody asks. */
    private static final class OwnVersions {
        private final Map<String, @Nullable String> written;
        private volatile @Nullable Map<String, ModuleVersion> meant;

        OwnVersions(Map<String, @Nullable String> written) {
            this.written = written;
        }

        Map<String, ModuleVersion> meant() {
            Map<String, ModuleVersion> known = meant;
            if (known == null) {
                Map<String, ModuleVersion> read = new HashMap<>();
                written.forEach((module, version) -> read.put(module, ModuleVersion.of(version)));
                known = Map.copyOf(read);
                meant = known;
            }
            return known;
        }
    }
}
