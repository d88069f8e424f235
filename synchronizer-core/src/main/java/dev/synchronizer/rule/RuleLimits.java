package dev.synchronizer.rule;

import java.time.Duration;

/**
 * What a condition may take.
 *
 * @param characters how long it may be
 * @param nodes of how many parts it may consist once its macros are written out
 * @param iterations how many elements all of its comprehensions together may look at in one evaluation
 * @param size of how many characters and elements all texts and lists together may be that it makes in one evaluation
 * @param time how long one evaluation may take; looked at between its parts, each of which is bounded by what it is given.
 *     Once that has passed by the clock, its thread may work for as long again, for it may have been kept from working
 */
public record RuleLimits(int characters, int nodes, int iterations, int size, Duration time) {
    public static final RuleLimits STANDARD = new RuleLimits(4_000, 1_000, 100_000, 10_000_000, Duration.ofSeconds(1));

    public RuleLimits {
        if (characters < 1 || nodes < 1 || iterations < 1 || size < 1 || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("limits are positive: " + characters + " characters, " + nodes
                    + " nodes, " + iterations + " iterations, " + size + " characters and elements, " + time);
        }
    }
}
