package dev.synchronizer.rule;

import dev.synchronizer.catalog.EffectiveType;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Compiles the conditions of rules, if their language is on the class path. Rules without a condition do not need it. */
public final class Conditions {
    private static final Condition ALWAYS = facts -> true;

    private final @Nullable RuleLanguage language;
    private final RuleLimits limits;

    private Conditions(@Nullable RuleLanguage language, RuleLimits limits) {
        this.language = language;
        this.limits = limits;
    }

    /** In the language that is on the class path, if one is. */
    public static Conditions onClassPath(RuleLimits limits) {
        Optional<RuleLanguage> found =
                ServiceLoader.load(RuleLanguage.class, RuleLanguage.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(RuleLanguage::isAvailable)
                        .findFirst();
        return new Conditions(found.orElse(null), limits);
    }

    /** Where no condition is compiled. */
    static Conditions none() {
        return new Conditions(null, RuleLimits.STANDARD);
    }

    /**
     * The condition of a rule for items of a type.
     *
     * @throws ProblemsException if it is none, or its language is missing
     */
    Condition compile(Rule rule, EffectiveType type, RuleTypes types) {
        if (rule.isUnconditional()) {
            return ALWAYS;
        }
        if (language == null) {
            throw new ProblemsException(
                    RuleProblems.of(
                            ProblemCode.NO_RULE_LANGUAGE,
                            RuleProblems.subject(rule.name()),
                            "it has a condition, and dev.cel:cel, which conditions are written in, is not on the class"
                                    + " path",
                            ""),
                    null);
        }
        try {
            return language.compile(rule.condition(), type, types, limits);
        } catch (ConditionException e) {
            throw new ProblemsException(problems(rule, type, e), e);
        }
    }

    private static Problems problems(Rule rule, EffectiveType type, ConditionException refused) {
        String subject = RuleProblems.subject(rule.name());
        return Problems.of(refused.flaws().stream()
                .map(flaw ->
                        RuleProblems.of(refused.kind().code(), subject, "for " + type.name() + ", " + flaw, flaw.fix()))
                .toList());
    }
}
