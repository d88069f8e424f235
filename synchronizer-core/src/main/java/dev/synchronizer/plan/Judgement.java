package dev.synchronizer.plan;

import dev.synchronizer.diff.Grade;
import dev.synchronizer.diff.ModelDiff;
import dev.synchronizer.model.ModuleVersion;
import dev.synchronizer.model.Usage;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import java.util.ArrayList;
import java.util.List;

/** What a plan as a whole has to answer for, beyond its parts. */
final class Judgement {
    private Judgement() {}

    static Problems of(
            ModelDiff diff,
            List<ModulePlan> modules,
            List<TypePlan> types,
            List<AdminMadeReferences.Reference> adminMade,
            Policy policy,
            Usage usage) {
        List<Problem> problems = new ArrayList<>();
        modules.stream().filter(Judgement::isChangedWithoutVersion).forEach(module -> problems.add(changed(module)));
        TakenNames.find(types).forEach(problems::add);
        MovesWithLoss.find(modules, types).forEach(problems::add);
        if (usage.isKnown()) {
            UnknownBlocks.find(diff, types).forEach(problems::add);
            EmbeddedByAdministrators.find(diff, types, adminMade).forEach(problems::add);
            if (!policy.allowLossy()) {
                types.forEach(type -> addLosses(type, problems));
            }
        }
        return Problems.of(problems);
    }

    private static boolean isChangedWithoutVersion(ModulePlan module) {
        return module.fingerprint() != null
                && module.storedFingerprint() != null
                && !module.fingerprint().equals(module.storedFingerprint())
                && ModuleVersion.of(module.version()).equals(ModuleVersion.of(module.storedVersion()));
    }

    private static Problem changed(ModulePlan module) {
        String versions = module.storedVersion() == null && module.version() == null
                ? "its model differs from the one that was committed, and neither has a version"
                : "its model differs from the one that version %s committed, and its version is %s"
                        .formatted(module.storedVersion(), module.version());
        return Problem.of(ProblemCode.CHANGED_WITHOUT_VERSION, module.name(), versions);
    }

    private static void addLosses(TypePlan type, List<Problem> problems) {
        for (PropertyPlan property : type.properties()) {
            for (SettingPlan setting : property.settings()) {
                if (setting.grade() == Grade.LOSSY) {
                    problems.add(Problem.of(
                            ProblemCode.LOSSY_CHANGE,
                            type.name() + "." + property.name(),
                            Losses.inWords(setting.change(), setting.concern())));
                }
            }
        }
    }
}
