package dev.synchronizer.saving;

import dev.synchronizer.saving.Interception.Registered;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what is to be saved through the steps of the pipeline. Safe for use by many threads. */
public final class SavePath {
    private static final Logger LOG = LoggerFactory.getLogger(SavePath.class);

    private final Interception interception;
    private final Doors doors;

    public SavePath(Interception interception, Doors doors) {
        this.interception = interception;
        this.doors = doors;
    }

    /** Checks a draft against all that holds for it anyway, and ends the save where it is no good. */
    @FunctionalInterface
    public interface Check {
        void check();
    }

    /** Whether anybody looks at the saves of such a thing, and it is worth while to read what it was. */
    public boolean observes(SubjectKind kind, String type) {
        return interception.observes(kind, type);
    }

    /**
     * Takes a draft through all that comes before the write. Afterwards its change set may be another one, or empty: then
     * there is nothing to write.
     *
     * @param check is called once more where a processor behind it has changed the draft
     */
    public void saving(Unit unit, Draft draft, SaveOptions options, Check check) {
        saving(unit, draft, options, new PlainCheck(draft.subject(), check));
    }

    /** The same, where what is wrong is found by validators of different severity. */
    public void saving(Unit unit, Draft draft, SaveOptions options, DraftCheck check) {
        if (!options.suppressed().isEmpty()) {
            interception.requireKnown(options);
        }
        boolean observed = observes(draft.subject().kind(), draft.subject().type());
        if (!observed || draft.changes().isEmpty()) {
            unobserved(unit, draft, options, check, observed);
            return;
        }
        Save save = new Save(draft, interception.store(), options, doors);
        unit.begins(save);
        try {
            unit.within(draft.subject(), interception.deepest(), () -> before(unit, save, check));
        } catch (RuntimeException | Error e) {
            // It may be left out of a unit that goes on.
            unit.written(draft);
            unit.ended(draft);
            throw e;
        }
    }

    private void unobserved(Unit unit, Draft draft, SaveOptions options, DraftCheck check, boolean observed) {
        Checked checked = check.check();
        if (checked.sound() && checked.findings().isEmpty() && !draft.hasFindings()) {
            return;
        }
        Save save = new Save(draft, interception.store(), options, doors);
        save.validated(checked);
        if (observed && draft.hasFindings()) {
            ask(save);
        }
        Judgement.settle(save, check);
        save.settled();
        unit.begins(save);
    }

    private void ask(Save save) {
        // Types are changing while steps run, and nothing is held against their rules.
        if (save.options().origin() != SaveOrigin.MIGRATION) {
            save.ask(interception.validators());
        }
    }

    private ChangeSet validate(Save save, DraftCheck check) {
        save.validated(check.check());
        ask(save);
        Judgement.requireNoneFatal(save, check);
        return save.draft().changes();
    }

    private void before(Unit unit, Save save, DraftCheck check) {
        ChangeSet checked = null;
        for (PipelineStep step : interception.pipeline().beforeWrite()) {
            if (step.processor() != null) {
                save.asks(step.name());
                step.processor().process(new SavingEvent(save, step.name()));
            } else if (step.name().equals(Pipeline.HANDLERS)) {
                callHandlers(unit, save);
            } else {
                checked = validate(save, check);
            }
        }
        if (!Objects.equals(checked, save.draft().changes())) {
            validate(save, check);
        }
        Judgement.settle(save, check);
        save.settled();
    }

    private void callHandlers(Unit unit, Save save) {
        Draft draft = save.draft();
        for (Registered one : interception.handlers(draft.subject(), draft.operation(), save.options())) {
            if (unit.guard().enters(one.name(), draft.subject(), draft.changes().languages())) {
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

    /** What is to be kept with an item of what was found; empty where nobody has anything to say of it, nor ever had. */
    public Optional<Kept> kept(Unit unit, Draft draft) {
        Save save = unit.save(draft);
        return save == null
                ? Optional.empty()
                : Optional.of(new Kept(
                        Judgement.kept(save.findings()), name -> interception.isKnown(name) && !save.wasAsked(name)));
    }

    /** What validators other than built-in ones say of an item as it is stored, or as it is about to become. */
    public List<Finding> examine(Draft draft, SaveOptions options) {
        Save save = new Save(draft, interception.store(), options, doors);
        if (observes(draft.subject().kind(), draft.subject().type())) {
            save.ask(interception.validators());
        }
        return save.findings();
    }

    /** How grave it is what built-in validators find. */
    public Validators validators() {
        return interception.validators();
    }

    /**
     * Takes drafts that were written through all that comes after the write, and sees to what comes after the commit.
     *
     * @param rules has rules look at them, where their step is on
     */
    public void saved(Unit unit, List<? extends Draft> drafts, Runnable rules) {
        List<Save> saves = followed(unit, drafts);
        for (PipelineStep step : interception.pipeline().afterWrite()) {
            if (step.processor() == null && step.name().equals(Pipeline.RULES)) {
                if (!drafts.isEmpty()) {
                    unit.within(drafts.get(0).subject(), interception.deepest(), rules);
                }
            } else {
                for (Save save : saves) {
                    unit.within(save.draft().subject(), interception.deepest(), () -> after(step, save));
                }
            }
        }
        for (Save save : saves) {
            save.findings().forEach(finding -> tell(save.draft(), save.options(), finding));
            unit.afterCommit(() -> committed(save));
        }
    }

    private static List<Save> followed(Unit unit, List<? extends Draft> drafts) {
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

    private static void after(PipelineStep step, Save save) {
        if (step.processor() != null) {
            step.processor().process(new SavingEvent(save, step.name()));
        } else if (step.name().equals(Pipeline.SAVED)) {
            save.handlers().forEach(one -> one.handler().saved(new SavedEvent(save, one.name())));
        }
    }

    private static void tell(Draft draft, SaveOptions options, Finding finding) {
        options.findings().found(draft.subject(), finding);
    }

    /**
     * Decides what becomes of what was found about something that is written already.
     *
     * @return what is to be kept
     * @throws dev.synchronizer.problem.ProblemsException if it is not to be saved
     */
    public List<Finding> found(Draft draft, SaveOptions options, List<Finding> findings) {
        if (findings.isEmpty()) {
            return List.of();
        }
        Save save = new Save(draft, interception.store(), options, doors);
        findings.forEach(save::report);
        Judgement.settle(save, new PlainCheck(draft.subject(), () -> {}));
        findings.forEach(finding -> tell(draft, options, finding));
        return Judgement.kept(findings);
    }

    /** Has an action of the application done for something that is written. */
    public void act(Draft draft, SaveOptions options, String action, Map<String, String> arguments) {
        Save save = new Save(draft, interception.store(), options, doors);
        interception.action(action).run(new SavedEvent(save, action), arguments);
    }

    /** The name of the store. */
    public String store() {
        return interception.store();
    }

    private void committed(Save save) {
        for (PipelineStep step : interception.pipeline().afterCommit()) {
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

    private static void quietly(Save save, String listener, Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            LOG.warn(
                    "{} failed after {} was committed: {}",
                    listener,
                    save.draft().subject(),
                    e.getMessage(),
                    e);
        }
    }
}
