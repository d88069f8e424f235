package dev.synchronizer.saving;

import dev.synchronizer.saving.Interception.Registered;
import java.util.List;

/** The steps of the pipeline that come after the write, and after the commit. */
final class AfterWrite {
    private final Leaving leaving;

    AfterWrite(Leaving leaving) {
        this.leaving = leaving;
    }

    /**
     * Takes saves that were written together through the steps, each of which all of them take before the next one.
     *
     * @param called those who look at them
     * @param rules has rules look at them
     * @param leave has other nodes told of them
     */
    void take(Unit unit, Interception called, List<Save> saves, Runnable rules, Runnable leave) {
        for (PipelineStep step : called.pipeline().afterWrite()) {
            if (step.isBuiltIn() && step.name().equals(Pipeline.RULES)) {
                rules.run();
            } else if (step.isBuiltIn() && step.name().equals(Pipeline.LEAVE)) {
                leave.run();
            } else {
                saves.forEach(save -> within(unit, called, save, () -> take(step, save)));
            }
        }
        for (Save save : saves) {
            within(unit, called, save, () -> save.tell(save.findings()));
            if (isFollowedToTheEnd(called, save)) {
                unit.afterCommit(save.draft().subject(), () -> committed(called, save));
            }
        }
    }

    private static void within(Unit unit, Interception called, Save save, Runnable deed) {
        Subject subject = save.draft().subject();
        unit.failure().blaming(subject, () -> unit.within(subject, called.deepest(), deed));
    }

    /** In a unit of many items, what they held is not to be kept for nobody. */
    private boolean isFollowedToTheEnd(Interception called, Save save) {
        return save.handlers().stream().anyMatch(Registered::followsCommit)
                || called.pipeline().afterCommit().stream().anyMatch(step -> !step.isBuiltIn());
    }

    private static void take(PipelineStep step, Save save) {
        if (step.processor() != null) {
            if (step.isCalledFor(save.draft().subject().kind())) {
                step.processor().process(new SavingEvent(save, step.name()));
            }
        } else if (step.name().equals(Pipeline.SAVED)) {
            save.handlers().forEach(one -> one.handler().saved(new SavedEvent(save, one.name())));
        }
    }

    private void committed(Interception called, Save save) {
        for (PipelineStep step : called.pipeline().afterCommit()) {
            SaveProcessor processor = step.processor();
            if (processor != null && step.isCalledFor(save.draft().subject().kind())) {
                quietly(save, step.name(), () -> processor.process(new SavingEvent(save, step.name())));
            } else if (step.isBuiltIn() && step.name().equals(Pipeline.AFTER_COMMIT)) {
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
