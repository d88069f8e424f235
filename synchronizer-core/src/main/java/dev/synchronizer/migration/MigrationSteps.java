package dev.synchronizer.migration;

import dev.synchronizer.annotation.Migration;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.plan.StepPlan;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.saving.SavePath;
import dev.synchronizer.saving.Unit;
import dev.synchronizer.store.ContentProgress;
import dev.synchronizer.store.ContentReads;
import dev.synchronizer.value.StoredParts;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Counts and runs migration steps with the consent, and the class loader, of whoever runs the synchronization (F2). */
public final class MigrationSteps {
    private final @Nullable ClassLoader loader;
    private final String actor;
    private final Clock clock;
    private final ContentProgress progress;

    /**
     * Prepares to run steps.
     *
     * @param loader finds the steps' classes; null where they must not be run
     * @param actor who runs them, for the record of the items that they change
     */
    public MigrationSteps(@Nullable ClassLoader loader, String actor, Clock clock, ContentProgress progress) {
        this.loader = loader;
        this.actor = actor;
        this.clock = clock;
        this.progress = progress;
    }

    /** The plan with the number of items that each of its steps selects; the same plan where no step may be run. */
    public SyncPlan counted(SyncPlan plan, StoredModel stored, ContentReads content) {
        return loader == null
                ? plan
                : plan.withSteps(plan.steps().stream()
                        .map(step -> step.state() == StepPlan.State.RUN ? counted(step, plan, stored, content) : step)
                        .toList());
    }

    private StepPlan counted(StepPlan step, SyncPlan plan, StoredModel stored, ContentReads content) {
        StepNames names =
                step.step().phase() == Migration.Phase.BEFORE ? StepNames.of(stored) : StepNames.after(plan, stored);
        return step.withItems(run(step, names, content, new CountingWork(content)));
    }

    /**
     * The steps of one run.
     *
     * @param unit the unit of work that the run is, which holds the store's lock
     * @param path what they change of items goes through it
     */
    public StepRun in(Unit unit, SavePath path) {
        return new StepRun(this, unit, path);
    }

    /** Runs a step on content as it is called and typed in a stored model, and returns how many items it changed. */
    long run(StepPlan step, StoredModel stored, Unit unit, SavePath path, StepTelling telling) {
        Instant now = momentOfNoSave(unit.content());
        ItemSaving saving = new ItemSaving(unit, path, new StoredParts(stored), actor, now, telling);
        WritingWork work = new WritingWork(unit.content(), saving, step.toString(), progress);
        return run(step, StepNames.of(stored), unit.content(), work);
    }

    /** The present one, but for microseconds: by it, the items that the step saves are told from all others. */
    private Instant momentOfNoSave(ContentReads content) {
        Instant moment = clock.instant().truncatedTo(ChronoUnit.MICROS);
        while (content.countSavedAt(moment) > 0) {
            moment = moment.plus(1, ChronoUnit.MICROS);
        }
        return moment;
    }

    private long run(StepPlan step, StepNames names, ContentReads content, StepWork work) {
        MigrationStep loaded = new StepLoading(Objects.requireNonNull(loader)).load(step);
        try {
            loaded.migrate(new StepContent(names, content, work));
        } catch (Throwable e) {
            throw StepFailure.of(step, work.place(), e);
        }
        if (work.isBrokenOff()) {
            throw StepFailure.brokenOff(step, work.place());
        }
        return work.items();
    }

    Clock clock() {
        return clock;
    }
}
