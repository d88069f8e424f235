package dev.synchronizer.saving;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemKind;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.Interception.Registered;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Takes what is to be saved through the steps of the pipeline. Safe for use by many threads. */
public final class SavePath {
    private final Supplier<Interception> interception;
    private final Doors doors;
    private final Leaving leaving;

    /**
     * The path of a store.
     *
     * @param interception asked at each step who is called: handlers may come later than the path
     */
    public SavePath(Supplier<Interception> interception, Doors doors, Leaving leaving) {
        this.interception = interception;
        this.doors = doors;
        this.leaving = leaving;
    }

    /** A path on which nobody looks at what is saved. */
    static SavePath unobserved() {
        Interception nothing = Interception.of("main");
        return new SavePath(() -> nothing, SavePath::open, new Leaving("unobserved", Clock.systemUTC(), failure -> {}));
    }

    private static <T> T open(Class<T> door, SaveOptions options) {
        throw new IllegalArgumentException(door.getName() + " is no way to the store");
    }

    Interception interception() {
        return interception.get();
    }

    Leaving leaving() {
        return leaving;
    }

    /** Checks a draft against all that holds for it anyway, and ends the save where it is no good. */
    @FunctionalInterface
    public interface Check {
        void check();
    }

    /** Whether anybody looks at the saves of such a thing, and it is worth while to read what it was. */
    public boolean observes(SubjectKind kind, String type) {
        return interception().observes(kind, type);
    }

    /** Whether anybody looks at the saves of such a thing, on this node or on another one. */
    public boolean isAwaited(Unit unit, SubjectKind kind, String type) {
        return observes(kind, type) || unit.isListenedTo(leaving::now);
    }

    /**
     * Takes a draft through all that comes before the write. Afterwards its change set may be another one, or empty: then
     * there is nothing to write.
     *
     * @param check is called once more where a processor behind it has changed the draft
     */
    public void saving(Unit unit, Draft draft, SaveOptions options, Check check) {
        if (!options.suppressed().isEmpty()) {
            interception().requireKnown(options);
        }
        if (!observes(draft.subject().kind(), draft.subject().type())) {
            check.check();
            return;
        }
        if (draft.changes().isEmpty()) {
            check.check();
            return;
        }
        Save save = new Save(draft, interception().store(), options, doors);
        unit.begins(save);
        unit.within(draft.subject(), interception().deepest(), () -> before(unit.guard(), save, check));
    }

    /**
     * Asks those who look at drafts that nobody can change, and that are only planned: they may veto, and not save. All are
     * asked, whatever the others say.
     *
     * @throws ProblemsException if somebody fails in another way than by refusing
     */
    public Asked ask(Units units, List<? extends Draft> drafts, SaveOptions options) {
        List<Save> saves = new ArrayList<>();
        List<Problem> refusals = new ArrayList<>();
        Guard guard = new Guard();
        units.asking(() -> {
            for (Draft draft : drafts) {
                Save save = new Save(draft, interception().store(), options, doors);
                saves.add(save);
                try {
                    before(guard, save, () -> {});
                } catch (ProblemsException e) {
                    refusals.addAll(refusals(e));
                }
            }
        });
        return new Asked(saves, Problems.of(refusals));
    }

    private static List<Problem> refusals(ProblemsException e) {
        if (e.problems().stream().anyMatch(problem -> problem.code().kind() != ProblemKind.REFUSAL)) {
            throw e;
        }
        return e.problems().asList();
    }

    private void before(Guard guard, Save save, Check check) {
        ChangeSet checked = null;
        for (PipelineStep step : interception().pipeline().beforeWrite()) {
            if (step.processor() != null) {
                step.processor().process(new SavingEvent(save, step.name()));
            } else if (step.name().equals(Pipeline.HANDLERS)) {
                callHandlers(guard, save);
            } else {
                check.check();
                checked = save.draft().changes();
            }
        }
        if (!Objects.equals(checked, save.draft().changes())) {
            check.check();
        }
    }

    private void callHandlers(Guard guard, Save save) {
        Draft draft = save.draft();
        for (Registered one : interception().handlers(draft.subject(), draft.operation(), save.options())) {
            if (guard.enters(one.name(), draft.subject(), draft.changes().languages())) {
                save.handlers().add(one);
                one.handler().saving(new SavingEvent(save, one.name()));
            }
        }
    }

    /** From here on, a draft is in the hands of the database: what is saved of its subject is another save. */
    public void writing(Unit unit, Collection<? extends Draft> drafts) {
        drafts.forEach(unit::written);
    }

    /** Whether somebody is to be told that a draft was written. */
    public boolean isFollowed(Unit unit, Draft draft) {
        return unit.save(draft) != null;
    }

    /**
     * Takes drafts that were written through all that comes after the write, and sees to what comes after the commit.
     *
     * @param options how those are saved that nobody looks at here; others may be told of them
     */
    public void saved(Unit unit, Collection<? extends Draft> drafts, SaveOptions options) {
        for (Draft draft : drafts) {
            Save save = unit.save(draft);
            unit.ended(draft);
            if (save != null && !draft.changes().isEmpty()) {
                follow(unit, save);
            } else if (save == null) {
                leave(unit, draft, options);
            }
        }
    }

    /** The same, for what was planned before, and is written now. */
    public void saved(Unit unit, Asked asked) {
        asked.saves().forEach(save -> follow(unit, save));
    }

    private void follow(Unit unit, Save save) {
        unit.within(save.draft().subject(), interception().deepest(), () -> after(unit, save));
        unit.afterCommit(() -> committed(save));
    }

    private void leave(Unit unit, Draft draft, SaveOptions options) {
        if (unit.isListenedTo(leaving::now) && !draft.changes().isEmpty()) {
            leaving.announce(unit, interception().store(), draft, options.origin());
        }
    }

    private void after(Unit unit, Save save) {
        for (PipelineStep step : interception().pipeline().afterWrite()) {
            if (step.processor() != null) {
                step.processor().process(new SavingEvent(save, step.name()));
            } else if (step.name().equals(Pipeline.SAVED)) {
                save.handlers().forEach(one -> one.handler().saved(new SavedEvent(save, one.name())));
            } else if (step.name().equals(Pipeline.LEAVE)) {
                leave(unit, save.draft(), save.options());
            }
        }
    }

    private void committed(Save save) {
        for (PipelineStep step : interception().pipeline().afterCommit()) {
            SaveProcessor processor = step.processor();
            if (processor != null) {
                quietly(save, step.name(), () -> processor.process(new SavingEvent(save, step.name())));
            } else if (step.name().equals(Pipeline.AFTER_COMMIT)) {
                for (Registered one : List.copyOf(save.handlers())) {
                    quietly(save, one.name(), () -> one.handler().afterCommit(new SavedEvent(save, one.name())));
                }
            }
        }
    }

    private void quietly(Save save, String listener, Runnable call) {
        leaving.quietly(listener, save.draft().subject(), save.draft().operation(), call);
    }
}
