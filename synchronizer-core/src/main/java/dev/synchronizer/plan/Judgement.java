package dev.synchronizer.plan;

import dev.synchronizer.diff.Grade;
import dev.synchronizer.diff.ModelDiff;
import dev.synchronizer.diff.ModuleDiff;
import dev.synchronizer.diff.ModuleState;
import dev.synchronizer.diff.SettingChange;
import dev.synchronizer.model.StoredModule;
import dev.synchronizer.model.Usage;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import java.util.ArrayList;
import java.util.List;

/** What a plan as a whole has to answer for, beyond its parts. */
final class Judgement {
    private Judgement() {}

    static Problems of(ModelDiff diff, List<ModulePlan> modules, List<TypePlan> types, Policy policy, Usage usage) {
        List<Problem> problems = new ArrayList<>();
        modules.forEach(module -> addChangedWithoutVersion(module, diff, problems));
        TakenNames.find(types).forEach(problems::add);
        MovesWithLoss.find(modules, types).forEach(problems::add);
        if (!policy.allowLossy() && usage != Usage.UNKNOWN) {
            types.forEach(type -> addLosses(type, problems));
        }
        return Problems.of(problems);
    }

    private static void addChangedWithoutVersion(ModulePlan plan, ModelDiff diff, List<Problem> problems) {
        for (ModuleDiff module : diff.modules()) {
            StoredModule stored = module.stored();
            if (module.name().equals(plan.name())
                    && stored != null
                    && module.code() != null
                    && module.state() != ModuleState.GATED
                    && module.code().gate().equals(stored.snapshot().gate())
                    && !plan.fingerprint().equals(stored.fingerprint())) {
                problems.add(Problem.of(
                        ProblemCode.CHANGED_WITHOUT_VERSION,
                        module.name(),
                        "its model differs from the one that version %s committed, and its version is %s"
                                .formatted(module.storedVersion(), module.version())));
            }
        }
    }

    private static void addLosses(TypePlan type, List<Problem> problems) {
        for (PropertyPlan property : type.properties()) {
            for (SettingPlan setting : property.settings()) {
                SettingChange change = setting.change();
                if (setting.grade() == Grade.LOSSY) {
                    problems.add(Problem.of(
                            ProblemCode.LOSSY_CHANGE,
                            type.name() + "." + property.name(),
                            "%s changes from %s to %s, which %d stored values may not survive"
                                    .formatted(
                                            change.key().label(),
                                            change.from(),
                                            change.to(),
                                            property.radius().values())));
                }
            }
        }
    }
}
