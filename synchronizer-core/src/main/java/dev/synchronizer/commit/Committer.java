package dev.synchronizer.commit;

import dev.synchronizer.catalog.Catalog;
import dev.synchronizer.commit.ModelSaves.AskedPlan;
import dev.synchronizer.conversion.Conversions;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.migration.MigrationSteps;
import dev.synchronizer.migration.StepRun;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.plan.ModulePlan;
import dev.synchronizer.plan.PlanJson;
import dev.synchronizer.plan.SettledPlan;
import dev.synchronizer.plan.SummaryJson;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.saving.SaveWay;
import dev.synchronizer.saving.Unit;
import dev.synchronizer.store.ChangeRecord;
import dev.synchronizer.store.ContentProgress;
import dev.synchronizer.store.RowChanges;
import dev.synchronizer.store.RunRecord;
import dev.synchronizer.store.RunRecord.RunModule;
import dev.synchronizer.store.SyncStore;
import dev.synchronizer.store.SyncTransaction;
import dev.synchronizer.store.WriteProgress;
import dev.synchronizer.undo.BeforeRun;
import dev.synchronizer.undo.BeforeRunJson;
import dev.synchronizer.undo.UndoneRun;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes a plan again under the lock, and carries out that one: all of it or nothing (D2, D3). */
public final class Committer {
    private final SaveWay way;
    private final String actor;
    private final Clock clock;
    private final Consumer<SyncPlan> approval;
    private final WriteProgress rowProgress;
    private final ContentProgress contentProgress;
    private final MigrationSteps steps;
    private final @Nullable UndoneRun undone;
    private final Runnable refresh;

    /**
     * Prepares to commit to a store.
     *
     * @param actor who commits, for the record
     * @param approval is shown the plan before anything of it is written, and may end the run by an exception; where
     *     migration steps went before, it is shown the plan that follows them too, and has to do so if that is refused
     */
    public Committer(
            SyncStore store,
            String actor,
            Clock clock,
            Consumer<SyncPlan> approval,
            WriteProgress rowProgress,
            ContentProgress contentProgress) {
        this(
                SaveWay.unobserved(store),
                actor,
                clock,
                approval,
                rowProgress,
                contentProgress,
                new MigrationSteps(null, actor, clock, contentProgress),
                null,
                () -> {});
    }

    private Committer(
            SaveWay way,
            String actor,
            Clock clock,
            Consumer<SyncPlan> approval,
            WriteProgress rowProgress,
            ContentProgress contentProgress,
            MigrationSteps steps,
            @Nullable UndoneRun undone,
            Runnable refresh) {
        this.way = way;
        this.actor = actor;
        this.clock = clock;
        this.approval = approval;
        this.rowProgress = rowProgress;
        this.contentProgress = contentProgress;
        this.steps = steps;
        this.undone = undone;
        this.refresh = refresh;
    }

    /**
     * The same where others look at what is saved.
     *
     * @param other what all saves of the store go through
     * @param afterCommit makes this node's readers see what was committed, on the committing thread
     */
    public Committer through(SaveWay other, Runnable afterCommit) {
        return new Committer(other, actor, clock, approval, rowProgress, contentProgress, steps, undone, afterCommit);
    }

    /** The same, running the migration steps of its plans. */
    public Committer running(MigrationSteps wanted) {
        return new Committer(way, actor, clock, approval, rowProgress, contentProgress, wanted, undone, refresh);
    }

    /** The same, undoing a run: overrides are saved again that had gone with what its plans make again. */
    public Committer undoing(UndoneRun run) {
        return new Committer(way, actor, clock, approval, rowProgress, contentProgress, steps, run, refresh);
    }

    /**
     * Commits in one transaction.
     *
     * @param start when the run began
     * @param memory what the next start may rely on
     * @param planning makes the plan of what is stored
     */
    public Commit commit(Instant start, StartMemory memory, Planning planning) {
        return way.units().definitions(unit -> {
            SyncTransaction transaction = unit.definitions();
            StoredModel stored = transaction.load();
            AskedPlan asked = ask(SecondLook.plan(transaction, stored, planning), unit);
            SyncPlan plan = asked.plan();
            if (!plan.refusals().isEmpty() || !plan.hasWork()) {
                return new Commit(plan, OptionalLong.empty());
            }
            approval.accept(plan);
            StepRun running = steps.in(unit, way.path());
            boolean changed = running.before(plan, stored);
            AskedPlan last = changed ? planAgain(unit, running.asRecorded(stored), planning, plan) : asked;
            Commit commit = carryOut(start, memory, stored, last.plan(), running, unit);
            way.path().saved(unit, last.asked());
            return commit;
        });
    }

    private AskedPlan ask(SyncPlan plan, Unit unit) {
        return new ModelSaves(way, actor).ask(plan, unit);
    }

    private AskedPlan planAgain(Unit unit, StoredModel stored, Planning planning, SyncPlan before) {
        // Where steps run, all types are locked by now, and what is counted stays as it is.
        SyncPlan planned = planning.planAfterSteps(stored, unit.definitions().content());
        AskedPlan asked = ask(SecondLook.told(planned, before), unit);
        approval.accept(asked.plan());
        return asked;
    }

    private Commit carryOut(
            Instant start, StartMemory memory, StoredModel stored, SyncPlan plan, StepRun running, Unit unit) {
        SyncTransaction transaction = unit.definitions();
        long run = transaction.nextRun();
        convert(plan, stored, run, transaction);
        RowChanges rows = PlannedRows.of(plan, transaction::reserveIds).changes();
        long revision = transaction.write(rows, rowProgress);
        unit.definitionsChanged();
        unit.refreshing(Catalog.class, refresh);
        if (undone != null) {
            RestoredOverrides.save(undone.overrides(), plan, transaction);
        }
        running.after(plan);
        SyncPlan done = running.reported(plan);
        transaction.record(
                record(start, done, BeforeRunRecording.of(done, stored, rows, undone == null ? null : undone.id())));
        running.record(done, run);
        transaction.log(List.of(ChangeRecord.ofRun(run, clock.instant(), actor)));
        // An orphan that is kept may be due at any later start, so that such a store is always compared in full.
        if (!memory.startKey().isEmpty() && !plan.keepsOrphans() && !stored.hasOrphans()) {
            String settled = SettledPlan.write(plan.settled(revision));
            transaction.remember(memory.startKey(), settled, memory.emptyJars());
        }
        return new Commit(done, OptionalLong.of(run));
    }

    private void convert(SyncPlan plan, StoredModel stored, long run, SyncTransaction transaction) {
        new Conversions(stored, transaction.content(), lost -> transaction.recordLost(run, lost), contentProgress)
                .carryOut(plan);
    }

    private static @Nullable String versionAfter(ModulePlan module) {
        return module.after() == null ? null : module.after().version();
    }

    private RunRecord record(Instant start, SyncPlan plan, BeforeRun before) {
        List<RunModule> modules = plan.modules().stream()
                .filter(module -> module.outcome() != ModulePlan.Outcome.LEAVE)
                .map(module -> new RunModule(module.name(), versionAfter(module), module.storedVersion()))
                .toList();
        return new RunRecord(
                0,
                start,
                Duration.between(start, clock.instant()),
                actor,
                modules,
                JsonOut.compact(out -> SummaryJson.write(plan.summary(), out)),
                JsonOut.compact(out -> PlanJson.write(plan, false, true, false, out)),
                JsonOut.compact(out -> BeforeRunJson.write(before, out)));
    }
}
