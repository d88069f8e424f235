package dev.synchronizer.rule;

import java.time.Duration;

/**
 * What a condition may take.
 *
 * @param characters how long it may be
 * @param nodes of how many parts it may consist once its macros are written out
 * @param iterations how many elements all of its comprehensions together may look at in one evaluation
 * @param time how long one evaluation may take; looked at between its parts, so that a single search in a long text is not
 *     interrupted
 */
public record RuleLimits(int characters, int nodes, int iterations, Duration time) {
    public static final RuleLimits STANDARD = new RuleLimits(4_000, 1_000, 100_000, Duration.ofSeconds(1));

    public RuleLimits {
        if (characters < 1 || nodes < 1 || iterations < 1 || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("limits are positive: " + characters + " characters, " + nodes
                    + " nodes, " + iterations + " iterations, " + time);
        }
    }
}
