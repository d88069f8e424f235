package dev.synchronizer.saving;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.Interception.Registered;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Takes one save through the steps of the pipeline that come before the write. Not thread-safe. */
final class BeforeWrite {
    private static final int MOST_LOOKS = 16;

    private final Interception called;
    private final Save save;
    private final DraftCheck check;
    private final LongSupplier nestedSaves;
    private @Nullable Seen approved;
    private int looks;

    /**
     * What validators look at.
     *
     * @param nestedSaves what they look it up in: each of these may have changed it
     */
    private record Seen(ChangeSet changes, long nestedSaves) {}

    /** @param nestedSaves how many saves were brought about by others so far */
    BeforeWrite(Interception called, Save save, DraftCheck check, LongSupplier nestedSaves) {
        this.called = called;
        this.save = save;
        this.check = check;
        this.nestedSaves = nestedSaves;
    }

    /** Takes it through all steps. */
    void take(Guard guard) {
        for (PipelineStep step : called.pipeline().beforeWrite()) {
            if (step.processor() != null) {
                call(step, step.processor());
            } else if (step.name().equals(Pipeline.HANDLERS)) {
                callHandlers(guard);
            } else {
                validate();
            }
        }
        settle();
    }

    /**
     * Settles what nobody but validators has to look at.
     *
     * @param checked what built-in ones have said of it
     * @param observed whether there are others for it
     */
    void takeChecked(Checked checked, boolean observed) {
        approved = seen();
        save.validated(checked);
        if (observed && save.draft().hasFindings()) {
            ask();
        }
        settle();
    }

    private void call(PipelineStep step, SaveProcessor processor) {
        if (step.isCalledFor(save.draft().subject().kind())) {
            save.asks(step.name());
            processor.process(new SavingEvent(save, step.name()));
        }
    }

    private void callHandlers(Guard guard) {
        Draft draft = save.draft();
        for (Registered one : called.handlers(draft.subject(), draft.operation(), save.options())) {
            if (guard.enters(one.name(), draft.subject(), draft.changes().languages())) {
                save.handlers().add(one);
                one.handler().saving(new SavingEvent(save, one.name()));
            }
        }
    }

    private Seen seen() {
        return new Seen(save.draft().changes(), nestedSaves.getAsLong());
    }

    /** Whatever is changed behind the validators, be it by who is asked, they look at once more. */
    private void settle() {
        do {
            while (!seen().equals(approved)) {
                validate();
            }
            Judgement.settle(save, check);
        } while (!seen().equals(approved));
        save.settled();
    }

    /** Were validators to save something themselves, what they have looked at is out of date by then. */
    private void validate() {
        if (looks++ == MOST_LOOKS) {
            throw restless();
        }
        approved = seen();
        save.validated(check.check());
        ask();
        Judgement.requireNoneFatal(save, check);
    }

    private void ask() {
        if (save.draft().isJudged()) {
            save.ask(called.validators());
        }
    }

    private ProblemsException restless() {
        String subject = save.draft().subject().toString();
        return new ProblemsException(
                new Problem(
                        ProblemCode.SAVES_TOO_DEEP,
                        subject,
                        subject + " was looked at " + MOST_LOOKS
                                + " times by validators, and each time something was changed meanwhile",
                        "let processors, validators and those who are asked leave what they have changed before as it is"),
                null);
    }
}
