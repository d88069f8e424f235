package dev.synchronizer.saving;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemKind;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes what is to be saved through the steps of the pipeline. Safe for use by many threads. */
public final class SavePath {
    private final Supplier<Interception> interception;
    private final Doors doors;
    private final AfterWrite afterWrite;
    private final Leaving leaving;
    private final TaskLog tasks;

    /**
     * The path of a store.
     *
     * @param interception who is called, the same ones throughout a unit: handlers may come later than the path
     */
    public SavePath(Supplier<Interception> interception, Doors doors, Leaving leaving, TaskLog tasks) {
        this.interception = interception;
        this.doors = doors;
        this.leaving = leaving;
        this.tasks = tasks;
        afterWrite = new AfterWrite(leaving);
    }

    /** A path on which nobody looks at what is saved. */
    static SavePath unobserved() {
        Interception nothing = Interception.of("main");
        return new SavePath(
                () -> nothing,
                SavePath::open,
                new Leaving("unobserved", Clock.systemUTC(), failure -> {}),
                TaskLog.nobody());
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

    /** The name of the store. */
    public String store() {
        return interception().store();
    }

    /** Whether anybody looks at the saves of such a thing, and it is worth while to read what it was. */
    public boolean observes(SubjectKind kind, String type) {
        return interception().observes(kind, type);
    }

    /** Whether anybody looks at the saves of such a thing, on this node, on another one, or elsewhere. */
    public boolean isAwaited(Unit unit, SubjectKind kind, String type) {
        return observes(kind, type) || unit.news().isListenedTo(leaving::now) || tells(unit);
    }

    /** Whether other servers or systems are told of what is saved. */
    public boolean tells(Unit unit) {
        return tasks.isAwaited(unit);
    }

    /** Drafts are written: this is the order in which other servers and systems are told of them. */
    public void written(Unit unit, Collection<? extends Draft> drafts, SaveOptions options) {
        drafts.forEach(draft -> tasks.log(unit, draft, options, leaving));
    }

    /**
     * Something is written of which what is told is known otherwise than by its draft, if it has one.
     *
     * @param subject what it is, where a handler of tasks fails
     */
    public void written(Unit unit, Subject subject, Told told, String actor, SaveOptions options) {
        tasks.log(unit, subject, told, actor, options, leaving);
    }

    /** What is written from here on may be taken back before the unit ends. */
    public void mayTakeBack(Unit unit) {
        tasks.hold(unit, leaving);
    }

    /** What was written last of an item is taken back, and told to nobody. */
    public void takenBack(Unit unit, UUID item) {
        TaskLog.forget(unit, item);
    }

    /**
     * Takes a draft through all that comes before the write. Afterwards its change set may be another one, or empty: then
     * there is nothing to write.
     *
     * @param check is called once more where a processor behind it has changed the draft
     */
    public void saving(Unit unit, Draft draft, SaveOptions options, Check check) {
        saving(unit, draft, options, new PlainCheck(draft.subject(), options.origin(), check));
    }

    /** The same, where what is wrong is found by validators of different severity. */
    public void saving(Unit unit, Draft draft, SaveOptions options, DraftCheck check) {
        if (!options.suppressed().isEmpty()) {
            interception().requireKnown(options);
        }
        boolean observed = observes(draft.subject().kind(), draft.subject().type());
        if (!observed || draft.changes().isEmpty()) {
            unobserved(unit, draft, options, check, observed);
            return;
        }
        Save save = save(draft, options);
        BeforeWrite steps = new BeforeWrite(interception(), save, check, unit.chain()::written);
        begin(unit, save, () -> steps.take(unit.guard()));
    }

    private void begin(Unit unit, Save save, Runnable steps) {
        unit.begins(save);
        try {
            unit.within(save.draft().subject(), interception().deepest(), steps);
        } catch (Throwable e) {
            // It may be left out of a unit that goes on.
            dropped(unit, List.of(save.draft()));
            throw e;
        }
    }

    private void unobserved(Unit unit, Draft draft, SaveOptions options, DraftCheck check, boolean observed) {
        Checked checked = check.check();
        boolean settled = checked.sound()
                && checked.findings().isEmpty()
                && !draft.hasFindings()
                && draft.foreseen().isEmpty();
        if (!settled) {
            Save save = save(draft, options);
            BeforeWrite steps = new BeforeWrite(interception(), save, check, unit.chain()::written);
            begin(unit, save, () -> steps.takeChecked(checked, observed));
        }
    }

    private Save save(Draft draft, SaveOptions options) {
        return new Save(draft, interception().store(), options, doors);
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
                Save save = save(draft, options);
                saves.add(save);
                try {
                    DraftCheck nothing = new PlainCheck(draft.subject(), options.origin(), () -> {});
                    new BeforeWrite(interception(), save, nothing, () -> 0).take(guard);
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

    /** Drafts end here, and are not written: what is saved of their subjects from now on is another save. */
    public void dropped(Unit unit, Collection<? extends Draft> drafts) {
        for (Draft draft : drafts) {
            unit.written(draft);
            unit.ended(draft);
        }
    }

    /** From here on, a draft is in the hands of the database: what is saved of its subject is another save. */
    public void writing(Unit unit, Collection<? extends Draft> drafts) {
        drafts.forEach(unit::written);
        unit.chain().writing(drafts);
    }

    /** Whether somebody is to be told that a draft was written. */
    public boolean isFollowed(Unit unit, Draft draft) {
        return unit.save(draft) != null;
    }

    /** What is to be kept with an item of what was found; empty where nobody has anything to say of it, nor ever had. */
    public Optional<Kept> kept(Unit unit, Draft draft) {
        Save save = unit.save(draft);
        return save == null
                ? Optional.empty()
                : Optional.of(new Kept(
                        Judgement.kept(save.findings()), name -> interception().isKnown(name) && !save.wasAsked(name)));
    }

    /** What validators other than built-in ones say of an item as it is stored, or as it is about to become. */
    public List<Finding> examine(Draft draft, SaveOptions options) {
        Save save = save(draft, options);
        if (observes(draft.subject().kind(), draft.subject().type())) {
            save.ask(interception().validators());
        }
        return save.findings();
    }

    /** How grave it is what built-in validators find. */
    public Validators validators() {
        return interception().validators();
    }

    /**
     * Takes drafts that were written through all that comes after the write, and sees to what comes after the commit.
     *
     * @param options how they are saved; other nodes may be told of those that nobody looks at here
     */
    public void saved(Unit unit, Collection<? extends Draft> drafts, SaveOptions options) {
        saved(unit, drafts, options, () -> {});
    }

    /**
     * The same for items.
     *
     * @param rules has rules look at them, where their step is on
     */
    public void saved(Unit unit, Collection<? extends Draft> drafts, SaveOptions options, Runnable rules) {
        if (!drafts.isEmpty()) {
            Subject first = drafts.iterator().next().subject();
            afterWrite.take(
                    unit,
                    interception(),
                    followed(unit, drafts),
                    () -> unit.within(first, interception().deepest(), rules),
                    () -> leave(unit, drafts, options));
        }
    }

    /** The same for what was planned before, and is written now. */
    public void saved(Unit unit, Asked asked) {
        afterWrite.take(
                unit,
                interception(),
                asked.saves(),
                () -> {},
                () -> asked.saves().forEach(save -> leave(unit, List.of(save.draft()), save.options())));
    }

    /** Tells other nodes alone that drafts were written, where one listens. */
    public void leave(Unit unit, Collection<? extends Draft> drafts, SaveOptions options) {
        if (unit.news().isListenedTo(leaving::now)) {
            drafts.stream()
                    .filter(draft -> !draft.changes().isEmpty())
                    .forEach(draft -> leaving.announce(unit, store(), draft, options.origin()));
        }
    }

    /** What tells other nodes that a draft was written, once it is known to stay; null where there is nobody to be told. */
    public @Nullable Runnable word(Unit unit, Draft draft, SaveOptions options) {
        return unit.news().isListenedTo(leaving::now) && !draft.changes().isEmpty()
                ? leaving.word(unit, store(), draft, options.origin())
                : null;
    }

    /** A rule is disabled or removed: what it has found goes once the unit is committed. What a validator of its name finds stays. */
    public void ends(Unit unit, String rule) {
        if (!interception().isKnown(rule)) {
            EndedRules.of(unit, leaving).ended(rule);
        }
    }

    /** What is kept with items once the unit is committed; what rules find that end meanwhile is taken away again. */
    public void keeps(Unit unit, Map<UUID, List<Finding>> findings) {
        Interception called = interception();
        findings.forEach((item, ofItem) -> ofItem.stream()
                .map(Finding::validator)
                .filter(name -> !called.isKnown(name))
                .forEach(rule -> EndedRules.of(unit, leaving).found(rule, item)));
    }

    /** Whether rules look at what was written. */
    public boolean hasRules() {
        return interception().pipeline().afterWrite().stream()
                .anyMatch(step -> step.isBuiltIn() && step.name().equals(Pipeline.RULES));
    }

    private static List<Save> followed(Unit unit, Collection<? extends Draft> drafts) {
        List<Save> followed = new ArrayList<>();
        for (Draft draft : drafts) {
            Save save = unit.save(draft);
            unit.ended(draft);
            if (save != null && !draft.changes().isEmpty()) {
                followed.add(save);
            }
        }
        return followed;
    }

    /** Tells of what shows only behind the write; what is saved by who is told, that has brought about. */
    public void tell(Unit unit, Subject subject, SaveOptions options, Finding finding) {
        unit.within(subject, interception().deepest(), () -> options.findings().found(subject, finding));
    }

    /**
     * Decides what becomes of what was found about something that is written already.
     *
     * @return what is to be kept
     * @throws ProblemsException if it is not to be saved
     */
    public List<Finding> found(Draft draft, SaveOptions options, List<Finding> findings) {
        if (findings.isEmpty()) {
            return List.of();
        }
        Save save = save(draft, options);
        findings.forEach(save::report);
        Judgement.settle(save, new PlainCheck(draft.subject(), options.origin(), () -> {}));
        save.tell(findings);
        return Judgement.kept(findings);
    }

    /** Has a task of the application done for something that is written. */
    public void act(Draft draft, SaveOptions options, String task, Map<String, String> arguments) {
        interception().action(task).run(new SavedEvent(save(draft, options), task), arguments);
    }
}
