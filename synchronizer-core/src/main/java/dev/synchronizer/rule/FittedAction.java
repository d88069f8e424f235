package dev.synchronizer.rule;

/** An action that was held against a type, whose values are read already. Safe for use by many threads. */
@FunctionalInterface
interface FittedAction {
    /**
     * Does it to the item of a run.
     *
     * @throws dev.synchronizer.value.UnfitValueException if what comes of it is no value of its property
     */
    void run(RuleRun run);
}
