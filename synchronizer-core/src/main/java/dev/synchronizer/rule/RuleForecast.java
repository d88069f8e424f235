package dev.synchronizer.rule;

import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.catalog.EffectiveType;
import dev.synchronizer.catalog.PlannedTypes;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.plan.TypePlan;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells which rules will not fit the types any more once a plan is carried out. */
public final class RuleForecast {
    private final PlannedTypes planned;
    private final RuleTypes types;
    private final Conditions conditions;
    private final List<Problem> problems = new ArrayList<>();

    private RuleForecast(PlannedTypes planned, Conditions conditions) {
        this.planned = planned;
        this.conditions = conditions;
        types = new RuleTypes() {
            @Override
            public Optional<EffectiveType> type(String name) {
                return planned.type(name);
            }

            @Override
            public List<EffectiveType> all() {
                return planned.all();
            }
        };
    }

    /**
     * What there is to say of rules that run; of those that are for all types, where it is about types that the plan changes,
     * with what they embed.
     *
     * @param planned the types as they will be
     */
    public static Problems of(
            Collection<? extends KnownRule> rules, SyncPlan plan, PlannedTypes planned, Conditions conditions) {
        RuleForecast forecast = new RuleForecast(planned, conditions);
        Set<String> changing = plan.types().stream()
                .filter(RuleForecast::changes)
                .flatMap(type -> Stream.ofNullable(type.rowAfter()))
                .map(StoredType::name)
                .collect(Collectors.toCollection(TreeSet::new));
        forecast.addEmbedding(changing);
        for (KnownRule known : rules) {
            // One that cannot be read does not depend on the types.
            if (known instanceof Rule rule) {
                forecast.of(rule, changing);
            }
        }
        return Problems.of(forecast.problems);
    }

    private static boolean changes(TypePlan type) {
        return type.action().isPending()
                || type.properties().stream()
                        .anyMatch(property -> property.action().isPending());
    }

    /** Adds the types that embed what changes, be it within other blocks. */
    private void addEmbedding(Set<String> changing) {
        boolean more =
                changing.stream().flatMap(name -> planned.type(name).stream()).anyMatch(RuleForecast::isBlock);
        while (more) {
            more = changing.addAll(planned.all().stream()
                    .filter(type -> type.properties().stream()
                            .map(property -> property.type().blockType())
                            .anyMatch(block -> block != null && changing.contains(block)))
                    .map(EffectiveType::name)
                    .toList());
        }
    }

    private static boolean isBlock(EffectiveType type) {
        return type.kind() == ContentKind.BLOCK;
    }

    private void of(Rule rule, Set<String> changing) {
        boolean ofAll = rule.types().isEmpty();
        for (String name : ofAll ? changing : rule.types()) {
            Optional<EffectiveType> type = planned.type(name);
            if (type.isPresent() && RuleTypes.canHaveItems(type.get())) {
                fit(rule, type.get());
            } else if (type.isEmpty() && !ofAll) {
                problems.add(gone(rule, name));
            }
        }
    }

    private void fit(Rule rule, EffectiveType type) {
        try {
            FittedRule.of(rule, type, types, conditions);
        } catch (ProblemsException e) {
            e.problems().stream()
                    .filter(problem -> problem.code() != ProblemCode.NO_RULE_LANGUAGE)
                    .forEach(problem -> problems.add(RuleProblems.of(
                            ProblemCode.OUTDATED_RULE,
                            problem.subject(),
                            "once this is done, the rule does not fit any more: " + problem.message(),
                            "correct the rule, or write rules disable " + rule.name() + ": as long as it does not fit,"
                                    + " items of the type " + type.name() + " are not saved")));
        }
    }

    private Problem gone(Rule rule, String name) {
        String subject = RuleProblems.subject(rule.name());
        return planned.newName(name)
                .map(other -> RuleProblems.of(
                        ProblemCode.OUTDATED_RULE,
                        subject,
                        "once this is done, the type " + name + " that it is for is called " + other,
                        "name " + other + " in the rule, which does nothing otherwise"))
                .orElseGet(() -> RuleProblems.of(
                        ProblemCode.OUTDATED_RULE,
                        subject,
                        "once this is done, no type " + name + " is in use that it is for",
                        "name other types for the rule, or write rules remove " + rule.name()));
    }
}
