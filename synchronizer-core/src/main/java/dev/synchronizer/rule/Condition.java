package dev.synchronizer.rule;

/** A condition that was compiled for items of one type. Safe for use by many threads. */
@FunctionalInterface
public interface Condition {
    /**
     * Whether it holds.
     *
     * @throws ConditionException if it cannot be evaluated, or takes more than it may
     */
    boolean holds(RuleFacts facts);
}
