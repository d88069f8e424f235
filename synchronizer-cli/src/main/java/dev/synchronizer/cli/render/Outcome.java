package dev.synchronizer.cli.render;

import dev.synchronizer.SyncReport;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.plan.SyncPlan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.OptionalLong;

/** What became of a plan. */
public sealed interface Outcome {
    /** Nothing was to be written. */
    record DryRun() implements Outcome {}

    /** Nothing was written, because committing is switched off as a whole. */
    record SwitchedOff() implements Outcome {}

    /** It was committed, or had nothing to do. */
    record Done(OptionalLong run, Duration duration) implements Outcome {}

    /** It was refused to protect what is stored. */
    record Refused() implements Outcome {}

    /** A policy of the caller stopped it. */
    record Violated() implements Outcome {}

    /** There was nothing but models to compare. */
    record Compared() implements Outcome {}

    /** There was nothing but models to look at, and they are valid. */
    record Valid(ContentModel model) implements Outcome {}

    /** There was nothing but models to look at, and they are not valid. */
    record NotValid() implements Outcome {}

    /** It was never made, for the models are invalid. */
    record Invalid(boolean dryRun) implements Outcome {}

    static Outcome dryRun() {
        return new DryRun();
    }

    static Outcome switchedOff() {
        return new SwitchedOff();
    }

    static Outcome of(SyncReport report) {
        return report.dryRun() ? new SwitchedOff() : new Done(report.run(), report.duration());
    }

    static Outcome refused() {
        return new Refused();
    }

    static Outcome violated() {
        return new Violated();
    }

    static Outcome compared() {
        return new Compared();
    }

    static Outcome valid(ContentModel model) {
        return new Valid(model);
    }

    static Outcome notValid() {
        return new NotValid();
    }

    static Outcome invalid(boolean dryRun) {
        return new Invalid(dryRun);
    }

    /** Whether it was clear from the start that nothing would be written. */
    default boolean isDryRun() {
        return this instanceof Invalid invalid
                ? invalid.dryRun()
                : !(this instanceof Done || this instanceof Refused || this instanceof Violated);
    }

    /** Whether there was a plan, so that there is something to sum up. */
    default boolean isOfAPlan() {
        return !(this instanceof Valid || this instanceof NotValid || this instanceof Invalid);
    }

    default boolean isCommitted() {
        return this instanceof Done done && done.run().isPresent();
    }

    /** What became of the plan, in a sentence. */
    default String sentence(SyncPlan plan) {
        if (this instanceof Done done) {
            return done.run().isEmpty()
                    ? "Nothing to do."
                    : "Committed as run %s in %s.".formatted(done.run().getAsLong(), seconds(done.duration()));
        }
        if (this instanceof Refused) {
            return "Refused; nothing was written.";
        }
        if (!plan.refusals().isEmpty()) {
            return "Nothing was written, and a commit would be refused.";
        }
        if (this instanceof Violated) {
            return "Nothing was written: a policy forbids it.";
        }
        if (this instanceof SwitchedOff) {
            return plan.hasWork() ? "Nothing was written: committing is switched off." : "Nothing to do.";
        }
        if (this instanceof DryRun) {
            return plan.hasWork() ? "Nothing was written (dry run)." : "Nothing to do.";
        }
        if (this instanceof Valid valid) {
            return "Valid: " + new ModelSize(valid.model()) + ".";
        }
        if (this instanceof NotValid) {
            return "Not valid.";
        }
        return this instanceof Invalid ? "Nothing was compared." : "Compared without a database.";
    }

    /** A duration as people read it: {@code 1.2 s}. */
    static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3)
                        .setScale(1, RoundingMode.HALF_UP)
                        .toPlainString()
                + " s";
    }
}
