package dev.synchronizer.saving;

import dev.synchronizer.saving.Interception.Registered;
import java.util.Objects;
import java.util.function.Supplier;

/** The steps of the pipeline that come before the write. */
final class BeforeWrite {
    private final Supplier<Interception> interception;

    BeforeWrite(Supplier<Interception> interception) {
        this.interception = interception;
    }

    /** Takes a save through them. Where a processor behind the validators changes it, they look at it once more. */
    void take(Save save, Guard guard, DraftCheck check) {
        ChangeSet checked = null;
        for (PipelineStep step : interception.get().pipeline().beforeWrite()) {
            if (step.processor() != null) {
                call(step, step.processor(), save);
            } else if (step.name().equals(Pipeline.HANDLERS)) {
                callHandlers(guard, save);
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

    private static void call(PipelineStep step, SaveProcessor processor, Save save) {
        if (step.isCalledFor(save.draft().subject().kind())) {
            save.asks(step.name());
            processor.process(new SavingEvent(save, step.name()));
        }
    }

    private void callHandlers(Guard guard, Save save) {
        Draft draft = save.draft();
        for (Registered one : interception.get().handlers(draft.subject(), draft.operation(), save.options())) {
            if (guard.enters(one.name(), draft.subject(), draft.changes().languages())) {
                save.handlers().add(one);
                one.handler().saving(new SavingEvent(save, one.name()));
            }
        }
    }

    /** What validators have looked at; were they to save something of it themselves, it is another one by now. */
    private ChangeSet validate(Save save, DraftCheck check) {
        ChangeSet checked = save.draft().changes();
        save.validated(check.check());
        ask(save);
        Judgement.requireNoneFatal(save, check);
        return checked;
    }

    /**
     * What holds of a draft that nobody but validators has to look at.
     *
     * @param observed whether there are some for it
     */
    Checked validateAlone(Save save, Checked checked, boolean observed, DraftCheck check) {
        save.validated(checked);
        if (observed && save.draft().hasFindings()) {
            ask(save);
        }
        Judgement.settle(save, check);
        save.settled();
        return checked;
    }

    private void ask(Save save) {
        if (save.draft().isJudged()) {
            save.ask(interception.get().validators());
        }
    }
}
