package dev.synchronizer.saving;

import dev.synchronizer.saving.Interception.Registered;
import java.util.List;
import java.util.function.Supplier;

/** The steps of the pipeline that come after the write, and after the commit. */
final class AfterWrite {
    private final Supplier<Interception> interception;
    private final Leaving leaving;

    AfterWrite(Supplier<Interception> interception, Leaving leaving) {
        this.interception = interception;
        this.leaving = leaving;
    }

    /**
     * Takes saves that were written together through the steps, each of which all of them take before the next one.
     *
     * @param rules has rules look at them
     * @param leave has other nodes told of them
     */
    void take(Unit unit, List<Save> saves, Runnable rules, Runnable leave) {
        for (PipelineStep step : interception.get().pipeline().afterWrite()) {
            if (step.isBuiltIn() && step.name().equals(Pipeline.RULES)) {
                rules.run();
            } else if (step.isBuiltIn() && step.name().equals(Pipeline.LEAVE)) {
                leave.run();
            } else {
                for (Save save : saves) {
                    unit.within(save.draft().subject(), interception.get().deepest(), () -> take(step, save));
                }
            }
        }
        for (Save save : saves) {
            save.tell(save.findings());
            if (isFollowedToTheEnd(save)) {
                unit.afterCommit(save.draft().subject(), () -> committed(save));
            }
        }
    }

    /** In a unit of many items, what they held is not to be kept for nobody. */
    private boolean isFollowedToTheEnd(Save save) {
        return save.handlers().stream().anyMatch(Registered::followsCommit)
                || interception.get().pipeline().afterCommit().stream().anyMatch(step -> !step.isBuiltIn());
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

    private void committed(Save save) {
        for (PipelineStep step : interception.get().pipeline().afterCommit()) {
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
