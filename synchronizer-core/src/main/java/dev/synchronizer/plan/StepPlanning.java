package dev.synchronizer.plan;

import dev.synchronizer.diff.ModelDiff;
import dev.synchronizer.diff.ModuleDiff;
import dev.synchronizer.diff.ModuleState;
import dev.synchronizer.model.ExecutedStep;
import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.model.StepModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds the migration steps of the modules that are processed against the ledger (F2): each runs once, and not where its
 * module comes to a store for the first time.
 */
final class StepPlanning {
    private final ModelDiff diff;
    private final Map<String, Map<String, ExecutedStep>> ledger = new HashMap<>();
    private final Set<String> modulesWithTypesHere = new HashSet<>();

    private StepPlanning(ModelDiff diff) {
        this.diff = diff;
        diff.stored()
                .steps()
                .forEach(step -> ledger.computeIfAbsent(step.module(), name -> new HashMap<>())
                        .put(step.name(), step));
        diff.types().stream()
                .filter(type -> type.stored() != null)
                .forEach(type -> modulesWithTypesHere.add(type.module()));
    }

    /** The modules whose steps are looked at; a run of single types leaves them all to the next one. */
    static List<ModuleModel> modules(ModelDiff diff, Policy policy) {
        List<ModuleModel> modules = new ArrayList<>();
        for (ModuleDiff module : diff.modules()) {
            if (module.code() != null
                    && module.state() != ModuleState.GATED
                    && policy.scope().types() == null) {
                modules.add(module.code());
            }
        }
        return modules;
    }

    /** By module, and in a module in the order in which they run. */
    static List<StepPlan> plan(ModelDiff diff, Policy policy) {
        StepPlanning planning = new StepPlanning(diff);
        List<StepPlan> steps = new ArrayList<>();
        for (ModuleModel module : modules(diff, policy)) {
            Map<String, ExecutedStep> executed = planning.ledger.getOrDefault(module.name(), Map.of());
            module.steps().stream()
                    .filter(step -> !executed.containsKey(step.name()))
                    .forEach(step -> steps.add(new StepPlan(module.name(), step, planning.state(module, step), null)));
        }
        return steps;
    }

    private StepPlan.State state(ModuleModel module, StepModel step) {
        return isFirstHere(module) || ranUnderAnotherName(module, step) ? StepPlan.State.BASELINE : StepPlan.State.RUN;
    }

    /** Types that came from elsewhere bring content along; a module without types may be meant for all content. */
    private boolean isFirstHere(ModuleModel module) {
        boolean known = diff.stored().module(module.name()).isPresent() || ledger.containsKey(module.name());
        boolean mayHaveContent = module.types().isEmpty()
                ? !diff.stored().types().isEmpty()
                : modulesWithTypesHere.contains(module.name());
        return !known && !mayHaveContent;
    }

    /** A module that got another name brings along what it did under the former one. */
    private boolean ranUnderAnotherName(ModuleModel module, StepModel step) {
        return diff.stored().steps().stream()
                .filter(executed -> executed.name().equals(step.name())
                        && executed.checksum().equals(step.checksum())
                        && !executed.module().equals(module.name()))
                .anyMatch(executed -> isNotDeclaredAnyMore(executed));
    }

    private boolean isNotDeclaredAnyMore(ExecutedStep executed) {
        return diff.modules().stream()
                .filter(module -> module.name().equals(executed.module()))
                .noneMatch(module -> module.code() != null
                        && module.code().steps().stream()
                                .anyMatch(step -> step.name().equals(executed.name())));
    }
}
