package dev.synchronizer;

import dev.synchronizer.diff.ModelComparison;
import dev.synchronizer.diff.ModelDiff;
import dev.synchronizer.diff.Scope;
import dev.synchronizer.model.Actor;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.Usage;
import dev.synchronizer.persistence.JdbcStore;
import dev.synchronizer.plan.PlanFile;
import dev.synchronizer.plan.Planner;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.Pipeline;
import dev.synchronizer.saving.SaveWay;
import dev.synchronizer.scan.ScannedModels;
import dev.synchronizer.store.ChangeRecord;
import dev.synchronizer.store.LostValue;
import dev.synchronizer.store.RunRecord;
import dev.synchronizer.store.SaveFailure;
import dev.synchronizer.validate.Validation;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps stored content types in step with those that code declares: scan → validate → load stored → diff → plan →
 * commit → report.
 *
 * <p>Safe for use by many threads; runs of many processes against one store wait for each other where they write.
 */
public final class Synchronizer extends StoreDoors implements AutoCloseable {
    private final @Nullable JdbcStore store;
    private final CodeReading code;
    private final StoredComparison comparison;
    private final NodeHandlers handlers;
    private final NodeDoors doors;
    private final NodeCatalog catalog;
    private final StepClasses stepClasses;
    private final NodeSchedules schedules;
    private final Runs runs;
    private final Policy policy;
    private final String actor;
    private final boolean commit;

    Synchronizer(SynchronizerBuilder builder) {
        schedules = new NodeSchedules(builder);
        handlers = builder.handlers();
        store = builder.dataSource == null ? null : new JdbcStore(builder.dataSource);
        code = new CodeReading(builder, store);
        comparison = new StoredComparison(builder, store);
        doors = new NodeDoors(store, comparison, handlers, builder);
        catalog = doors.catalog();
        stepClasses = builder.stepClasses();
        runs = new Runs(builder, code, comparison, doors.way(), catalog, doors.nodeRules(), stepClasses);
        policy = builder.policyOfScanned();
        actor = builder.actor;
        commit = builder.commit;
    }

    public static SynchronizerBuilder builder() {
        return new SynchronizerBuilder();
    }

    @Override
    NodeDoors doors() {
        return doors;
    }

    /**
     * Brings the store in step with the code. A start with nothing to do ends after one query.
     *
     * @throws ProblemsException if something cannot be read, or the model is invalid; nothing was written
     * @throws SyncRefusedException if the plan would harm what is stored; nothing was written
     */
    public SyncReport synchronize() {
        return runs.synchronize(policy, commit, actor);
    }

    /** Whether {@link #synchronize()} commits, or analyses only. */
    public boolean commits() {
        return commit;
    }

    /**
     * Brings single types in step, with the types they need, even where committing is switched off as a whole (D9).
     *
     * @throws IllegalArgumentException if no type is named
     */
    public SyncReport synchronizeTypes(Collection<String> names) {
        return synchronizeTypes(names, actor);
    }

    /**
     * Does so for somebody else than the actor of this synchronizer.
     *
     * @param actor is recorded as the one who did it
     * @throws ProblemsException if that name cannot be recorded, too
     */
    public SyncReport synchronizeTypes(Collection<String> names, String actor) {
        return runs.synchronize(policy.withScope(policy.scope().onlyTypes(names)), true, Actor.checked(actor));
    }

    /** Makes the plan that {@link #synchronize()} would carry out, and writes nothing. */
    public Analysis analyze() {
        return runs.analyze();
    }

    /**
     * Carries out a saved plan, unless what is stored has changed since. That is an explicit act, and done even where
     * committing is switched off as a whole.
     *
     * @throws SyncRefusedException if the plan is stale, or would harm what is stored; nothing was written
     */
    public SyncReport apply(PlanFile file) {
        return runs.apply(file);
    }

    /** Makes the plan that {@link #apply} would carry out, with a refusal if it is stale, and writes nothing. */
    public SyncPlan analyze(PlanFile file) {
        return runs.analyze(file);
    }

    /**
     * Makes the plan that {@link #undo} would carry out, with a refusal that names each conflict, and writes nothing (D8).
     *
     * @throws ProblemsException if there is no such run
     */
    public SyncPlan planUndo(long run) {
        return runs.planUndo(run);
    }

    /**
     * Takes back what a run did to types and properties, and to values along with them. The next start of the code that
     * had been synchronized does it again, so that this is for those who take that code away.
     *
     * @throws ProblemsException if there is no such run
     * @throws SyncRefusedException if a later run, or content that was lost or added, stands in the way
     */
    public SyncReport undo(long run) {
        return runs.undo(run);
    }

    /**
     * Reads and validates the declared model, without comparing it.
     *
     * @throws ProblemsException if something cannot be read, or the model is invalid
     */
    public ValidatedModel validate() {
        ScannedModels scanned = code.scan();
        Validation validation = CodeReading.validate(scanned);
        return new ValidatedModel(scanned.model(), validation.problems(), validation.suppressed());
    }

    /** What is stored of modules, types and properties. */
    public StoredModel stored() {
        return comparison.loadStored();
    }

    /** The recorded runs without their plans, the newest first. */
    public List<RunRecord> runs(int limit) {
        return store == null ? List.of() : store.runs(limit);
    }

    /** What runs and administrators changed, setting by setting, the newest first. */
    public List<ChangeRecord> changes(int limit) {
        return store == null ? List.of() : store.changes(limit);
    }

    /** A recorded run with its plan. */
    public Optional<RunRecord> run(long id) {
        return store == null ? Optional.empty() : store.run(id);
    }

    /** The first of the values that a run could not keep, by consent, in the order in which it came upon them. */
    public List<LostValue> lostValues(long run, int limit) {
        return store == null ? List.of() : store.lostValues(run, limit);
    }

    /**
     * Begins to look after the schedules by which rules are applied, on threads of its own, and makes what the database
     * lacks first. Of all nodes of the store that do so, one at a time applies the rules of a schedule. Without schedules,
     * nothing is done.
     *
     * @throws ProblemsException if something is wrong with the handlers, or the database fails
     * @throws IllegalStateException without a data source, or if handlers are not there yet
     */
    public void startSchedules() {
        doors.start(schedules);
    }

    /** Ends that, until it is started again: a batch that is under way is waited for, and another node goes on behind it. */
    public void stopSchedules() {
        schedules.stop();
    }

    /** The steps that every save takes here. */
    public Pipeline pipeline() {
        return handlers.get().pipeline();
    }

    /** Has those handlers told of what other nodes save from now on that are there already and want to be. */
    void listen() {
        catalog.listen(handlers.known());
    }

    /**
     * Has handlers made that come late, and has those told of what other nodes save from now on that want to be: where it
     * polls, this opens the {@link #catalog()} for them.
     *
     * @throws ProblemsException if something is wrong with them
     * @throws IllegalStateException if they are not there yet
     */
    public void requireHandlers() {
        catalog.listen(handlers.required());
    }

    /**
     * Catches up with all that other nodes have committed by now, on this thread: later reads show it, and handlers are told
     * of it by {@code remote}. Of use above all where the poll interval is zero; from the first call on, other nodes announce
     * what they save, for an hour at a time.
     *
     * @throws ProblemsException if the database fails
     * @throws IllegalStateException without a data source, or in a unit of work
     */
    public void catchUp() {
        handlers.get();
        catalog.catchUp();
    }

    /**
     * What failed after saves were committed, which stand: handlers' afterCommit and remote; and schedules that failed; and
     * handlers that may not have been told of all that other nodes have saved. The newest first.
     */
    public List<SaveFailure> saveFailures(int limit) {
        return store == null ? List.of() : store.saveFailures(limit);
    }

    /** Deletes what is said of failures that somebody has looked after; the others stay. */
    public void forgetSaveFailures(Collection<Long> ids) {
        if (store != null) {
            store.deleteSaveFailures(ids);
        }
    }

    /** How many units of work are under way in this synchronizer at this moment, on whatever threads. */
    public int savesUnderWay() {
        SaveWay way = doors.way();
        return way == null ? 0 : way.units().count();
    }

    /** Compares two sets of models as if the first had been committed and the second were scanned, without a store. */
    public static SyncPlan compare(ContentModel before, ContentModel after) {
        StoredModel stored = StoredModel.ofCommitted(before);
        Scope everything = Scope.everything().gone(StoredModel.missingModules(before, after));
        ModelDiff diff = ModelComparison.compare(stored, after, everything);
        return Planner.plan(
                diff, Policy.standard().runningSteps(true), Usage.UNKNOWN, Validation.nothing(), Instant.EPOCH);
    }

    @Override
    public void close() {
        schedules.close();
        doors.close();
        catalog.close();
        if (store != null) {
            store.close();
        }
        stepClasses.close();
    }
}
