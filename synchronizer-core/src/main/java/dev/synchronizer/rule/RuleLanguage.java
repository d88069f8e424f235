package dev.synchronizer.rule;

import dev.synchronizer.catalog.EffectiveType;

/** A language in which conditions are written; found on the class path of this library, where what it needs is there. */
public interface RuleLanguage {
    /** Whether what it needs is on the class path. */
    boolean isAvailable();

    /**
     * Reads a condition for items of a type, and holds it against what that type has.
     *
     * @throws ConditionException if it is no expression, says something that the type does not have, or is too large
     */
    Condition compile(String condition, EffectiveType type, RuleTypes types, RuleLimits limits);
}
