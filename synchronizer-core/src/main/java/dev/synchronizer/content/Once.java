package dev.synchronizer.content;

import dev.synchronizer.problem.ProblemCode;
import java.io.Serial;
import java.util.function.Function;
import java.util.function.Supplier;

/** Has done once what cannot be done again, within work that begins again where definitions have moved on. */
final class Once {
    private boolean begun;

    private Once() {}

    /** @param work may be given what to do once to {@link #run}; how that fails is how all of it does */
    static <T> T within(Function<Once, T> work) {
        try {
            return work.apply(new Once());
        } catch (Ended e) {
            throw e.failure;
        }
    }

    <T> T run(Supplier<T> deed) {
        if (begun) {
            throw new Ended(ItemProblems.refusal(
                    ProblemCode.ITEMS_BUSY, "content", "all of it was done, and the database did not complete it"));
        }
        begun = true;
        try {
            return deed.get();
        } catch (RuntimeException e) {
            throw new Ended(e);
        }
    }

    private static final class Ended extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient RuntimeException failure;

        Ended(RuntimeException failure) {
            super(failure);
            this.failure = failure;
        }
    }
}
