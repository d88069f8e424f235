package dev.synchronizer.validate;

import dev.synchronizer.model.ContentModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.Problems;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Checks a model against every rule, and finds all violations at once (B). */
public final class ModelValidator {
    private static final List<Rule> RULES = List.of(
            new DuplicateGuid(),
            new DuplicateTypeName(),
            new GuidForm(),
            new NameForm(),
            new ClassNameForm(),
            new DuplicatePropertyName(),
            new UnknownAllowedType(),
            new ContradictoryLimits(),
            new BrokenPattern(),
            new ImpossibleDefaultValue(),
            new BlockCycle(),
            new RenameOfLivingType(),
            new RenameOfLivingProperty(),
            new SettingApplicability(),
            new UnknownLockedSetting(),
            new UnknownSuccessor(),
            new UselessSuppression(),
            new DuplicateStep(),
            new StepForm(),
            new StepAheadOfModule());

    private ModelValidator() {}

    public static Validation validate(ContentModel model) {
        ModelIndex index = new ModelIndex(model);
        Map<Boolean, List<Problem>> bySuppression = RULES.stream()
                .flatMap(rule -> rule.violations(index))
                .collect(Collectors.partitioningBy(index::suppresses));
        return new Validation(
                Problems.of(bySuppression.getOrDefault(false, List.of())),
                Problems.of(bySuppression.getOrDefault(true, List.of())));
    }
}
