package dev.synchronizer.task;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When something is tried again that failed: each time after twice as long as before, give or take a quarter, so that not
 * all come back at the same moment.
 *
 * @param first how long after the first failure
 * @param longest how long at the most
 * @param attempts how often it is tried before it counts as dead; what cannot be reached at all is tried for ever
 */
public record RetryPolicy(Duration first, Duration longest, int attempts) {
    public static final RetryPolicy STANDARD = new RetryPolicy(Duration.ofSeconds(1), Duration.ofMinutes(5), 10);

    private static final int MOST_DOUBLINGS = 30;

    public RetryPolicy {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "a retry comes after some time, and after no less than that later, not after " + first + " and "
                            + longest);
        }
        if (attempts < 1) {
            throw new IllegalArgumentException("something is tried once at least, not " + attempts + " times");
        }
    }

    /**
     * How long to wait.
     *
     * @param failed how often it has failed, once at least
     */
    public Duration pause(int failed, RandomGenerator random) {
        long doubled = 1L << Math.min(MOST_DOUBLINGS, Math.max(0, failed - 1));
        Duration pause = first.compareTo(longest.dividedBy(doubled)) > 0 ? longest : first.multipliedBy(doubled);
        long millis = Math.max(1, pause.toMillis());
        return Duration.ofMillis(Math.max(1, (long) (millis * (0.75 + random.nextDouble() / 2))));
    }
}
