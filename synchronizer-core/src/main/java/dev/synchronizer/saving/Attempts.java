package dev.synchronizer.saving;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;

/**
 * How often a piece of work has begun again, and why. What only got to know more goes on; what meets other definitions each
 * time, or has to give way to others each time, ends. Not thread-safe.
 */
public final class Attempts {
    private static final int MOST_MOVES = 10;
    private static final int MOST_TIMEOUTS = 2;
    private static final int MOST_GIVEN_WAY = 5;

    /** So often something new can be met at most, before it is taken for going round in circles. */
    private static final int MOST_KNOWING = 20;

    private int again;
    private int moves;
    private int timeouts;
    private int givenWay;
    private boolean locked;

    /** Whether the next attempt needs the store's lock. */
    boolean needsLock() {
        return locked;
    }

    /**
     * Does what the next attempt needs.
     *
     * @throws ProblemsException if there have been too many
     */
    public void after(StartOver e) {
        locked |= e.needsLock();
        again++;
        if (!e.prepare(again) || again > MOST_KNOWING) {
            moved();
        }
    }

    /**
     * Something was not any more as it was taken to be.
     *
     * @throws ProblemsException if that was so too often
     */
    public void moved() {
        if (++moves > MOST_MOVES) {
            throw new ProblemsException(
                    Problem.of(
                            ProblemCode.ITEMS_BUSY,
                            "content",
                            "definitions changed " + moves + " times while it was to be read or saved"),
                    null);
        }
    }

    /** Whether it is worth another attempt after a limit of time was reached. */
    public boolean afterTimeout() {
        return ++timeouts <= MOST_TIMEOUTS;
    }

    /** Whether it is worth another attempt after it had to give way to others. */
    boolean afterGivingWay() {
        return ++givenWay <= MOST_GIVEN_WAY;
    }
}
