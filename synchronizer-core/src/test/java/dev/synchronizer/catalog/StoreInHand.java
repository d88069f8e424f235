package dev.synchronizer.catalog;

import dev.synchronizer.commit.Committer;
import dev.synchronizer.commit.StartMemory;
import dev.synchronizer.diff.ModelComparison;
import dev.synchronizer.diff.Scope;
import dev.synchronizer.fixtures.MemoryStore;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.Usage;
import dev.synchronizer.plan.Planner;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.ChangeRecord;
import dev.synchronizer.store.LostValue;
import dev.synchronizer.store.NodeEvents;
import dev.synchronizer.store.RuleRefusal;
import dev.synchronizer.store.RuleRunRecord;
import dev.synchronizer.store.RunRecord;
import dev.synchronizer.store.SaveFailure;
import dev.synchronizer.store.StartStatus;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.store.SyncStore;
import dev.synchronizer.store.SyncTransaction;
import dev.synchronizer.store.TaskQueue;
import dev.synchronizer.validate.Validation;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A store in memory that counts what is read, fails when it is told to, and lets something happen behind a reader's back. */
final class StoreInHand implements SyncStore {
    private MemoryStore memory = new MemoryStore();
    private @Nullable Runnable afterNextReading;
    private boolean broken;
    private int readings;

    /** Happens once, when a reader has read and does not have its result yet. */
    void afterNextReading(Runnable action) {
        afterNextReading = action;
    }

    static void fail(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }

    void breakDown() {
        broken = true;
    }

    void comeBack() {
        broken = false;
    }

    int readings() {
        return readings;
    }

    /** Another database takes this one's place, with the same types and no change but their run. */
    void restore(ModuleModel... modules) {
        memory = new MemoryStore();
        run(modules);
    }

    void run(ModuleModel... modules) {
        ContentModel model = ContentModel.of(modules);
        new Committer(
                        memory,
                        "tester",
                        Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                        plan -> {},
                        (rows, total) -> {},
                        (on, done, total) -> {})
                .commit(
                        Instant.EPOCH,
                        StartMemory.NONE,
                        (stored, content) -> Planner.plan(
                                ModelComparison.compare(stored, model, Scope.everything()),
                                Policy.standard(),
                                Usage.NONE,
                                Validation.nothing(),
                                Instant.EPOCH));
    }

    /** Overrides a setting of a type as an administrator on another node would. */
    void set(String type, String setting, String value) {
        StoredType stored = memory.type(type).orElseThrow();
        memory.saveOverrides(List.of(
                new SettingOverride(stored.id(), null, setting, SettingValue.of(value), "ann", Instant.EPOCH, null)));
        log(ChangeRecord.Kind.SET, stored.id(), type);
    }

    /** Overrides a setting of a property. */
    void set(String type, String property, String setting, SettingValue value) {
        StoredType stored = memory.type(type).orElseThrow();
        long id = stored.property(property).orElseThrow().id();
        memory.saveOverrides(List.of(new SettingOverride(stored.id(), id, setting, value, "ann", Instant.EPOCH, null)));
        log(ChangeRecord.Kind.SET, stored.id(), type);
    }

    void log(ChangeRecord.Kind kind, long typeId, String type) {
        memory.log(
                List.of(new ChangeRecord(0, Instant.EPOCH, "ann", kind, null, typeId, type, null, null, null, null)));
    }

    MemoryStore memory() {
        return memory;
    }

    @Override
    public <T> T reading(Function<StoredReads, T> reading) {
        answer();
        readings++;
        T result = memory.reading(reading);
        Runnable action = afterNextReading;
        afterNextReading = null;
        if (action != null) {
            action.run();
        }
        return result;
    }

    @Override
    public long changeNumber() {
        answer();
        return memory.changeNumber();
    }

    private void answer() {
        if (broken) {
            throw new ProblemsException(Problem.of(ProblemCode.DATABASE_LOST, "the database", "it is gone"), null);
        }
    }

    @Override
    public StartStatus status(String startKey) {
        return memory.status(startKey);
    }

    @Override
    public StoredModel load() {
        return memory.load();
    }

    @Override
    public Set<String> knownEmptyJars() {
        return Set.of();
    }

    @Override
    public void prepare() {}

    @Override
    public List<LostValue> lostValues(long run, int limit) {
        return memory.lostValues(run, limit);
    }

    @Override
    public List<String> lostProperties(long run) {
        return memory.lostProperties(run);
    }

    @Override
    public List<RuleRunRecord> ruleRuns(String ofStore, int limit) {
        return memory.ruleRuns(ofStore, limit);
    }

    @Override
    public List<RuleRunRecord> unfinishedRuleRuns(String ofStore) {
        return memory.unfinishedRuleRuns(ofStore);
    }

    @Override
    public List<RuleRefusal> ruleRefusals(long run, @Nullable UUID after, int limit) {
        return memory.ruleRefusals(run, after, limit);
    }

    @Override
    public List<SaveFailure> saveFailures(int limit) {
        return memory.saveFailures(limit);
    }

    @Override
    public long countSaveFailures() {
        return memory.countSaveFailures();
    }

    @Override
    public void deleteSaveFailures(Collection<Long> ids) {
        memory.deleteSaveFailures(ids);
    }

    @Override
    public TaskQueue tasks() {
        return memory.tasks();
    }

    @Override
    public NodeEvents nodeEvents() {
        return memory.nodeEvents();
    }

    @Override
    public <T> T inTransaction(Function<SyncTransaction, T> work) {
        return memory.inTransaction(work);
    }

    @Override
    public List<ChangeRecord> changes(int limit) {
        return memory.changes(limit);
    }

    @Override
    public List<RunRecord> runs(int limit) {
        return memory.runs(limit);
    }

    @Override
    public Optional<RunRecord> run(long id) {
        return memory.run(id);
    }

    @Override
    public void eachRunAfter(long run, BeforeRunReader reader) {
        memory.eachRunAfter(run, reader);
    }
}
