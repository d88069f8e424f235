package dev.synchronizer.diff;

import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.model.ModuleVersion;
import dev.synchronizer.model.StoredModule;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The modules on both sides, and which of them a run may process (C3, C4). */
final class Modules {
    private final Map<String, ModuleDiff> byName = new TreeMap<>();
    private final Set<String> olderLookedUp = new TreeSet<>();
    private final List<Problem> problems = new ArrayList<>();

    private Modules() {}

    static Modules compare(StoredIndex index, ContentModel code, Scope scope) {
        Modules modules = new Modules();
        Map<String, StoredModule> stored = new TreeMap<>();
        index.stored().modules().forEach(module -> stored.put(module.name(), module));
        for (ModuleModel module : code.modules()) {
            StoredModule before = stored.get(module.name());
            boolean declares = !module.types().isEmpty() || !module.steps().isEmpty();
            if (before != null || declares) {
                modules.put(new ModuleDiff(module.name(), scannedState(module, before), module, before));
            }
        }
        for (StoredModule module : stored.values()) {
            boolean gone = scope.goneModules().contains(module.name());
            if (!modules.byName.containsKey(module.name())) {
                ModuleState state = gone ? ModuleState.GONE : ModuleState.ABSENT;
                modules.put(new ModuleDiff(module.name(), state, null, module));
            }
        }
        for (ModuleModel module : code.lookedUp()) {
            StoredModule before = stored.get(module.name());
            if (before != null && module.gate().compareTo(before.snapshot().gate()) < 0) {
                modules.olderLookedUp.add(module.name());
            }
        }
        scope.goneModules().forEach(modules::checkGone);
        return modules;
    }

    private static ModuleState scannedState(ModuleModel code, @Nullable StoredModule stored) {
        if (stored == null) {
            return ModuleState.NEW;
        }
        int gate = code.gate().compareTo(stored.snapshot().gate());
        if (gate < 0) {
            return ModuleState.GATED;
        }
        boolean higher = gate > 0 || ModuleVersion.compareInFull(code.version(), stored.version()) > 0;
        return higher ? ModuleState.NEWER : ModuleState.SAME;
    }

    private void put(ModuleDiff module) {
        byName.put(module.name(), module);
    }

    private void checkGone(String name) {
        ModuleDiff module = byName.get(name);
        if (module == null || module.stored() == null) {
            // No error: a run that was the first to say so leaves nothing of the module, and others say it after it.
            List<String> names = stored().stream().map(ModuleDiff::name).toList();
            String others = names.isEmpty() ? "no module is" : "the stored modules are: " + String.join(", ", names);
            problems.add(
                    Problem.of(ProblemCode.UNKNOWN_MODULE, name, "it is named as gone, but is not stored; " + others));
        } else if (module.code() != null) {
            problems.add(
                    Problem.of(ProblemCode.MODULE_NOT_GONE, name, "it is named as gone, but is among those scanned"));
        }
    }

    private List<ModuleDiff> stored() {
        return asList().stream().filter(module -> module.stored() != null).toList();
    }

    /** The state of a module by name; that of an admin-made type, which has none, is absent. */
    ModuleState stateOf(@Nullable String name) {
        ModuleDiff module = name == null ? null : byName.get(name);
        return module == null ? ModuleState.ABSENT : module.state();
    }

    /** Whether what comes from the module, scanned or only looked up, is older than what it committed. */
    boolean isOlder(@Nullable String name) {
        return stateOf(name) == ModuleState.GATED || name != null && olderLookedUp.contains(name);
    }

    List<ModuleDiff> asList() {
        return List.copyOf(byName.values());
    }

    Problems problems() {
        return Problems.of(problems);
    }
}
