package dev.synchronizer.scan;

import dev.synchronizer.archive.Container;
import dev.synchronizer.archive.ModuleIdentity;
import dev.synchronizer.model.ColumnText;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.model.StepModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts the modules of all containers together. Containers of one module name are one module if their versions agree, or
 * if only one of them has types or a version.
 */
final class ModuleAssembly {
    private final Map<String, Draft> drafts = new TreeMap<>();
    private final Map<String, ModuleIdentity> lookedUp = new TreeMap<>();
    private final Map<String, String> givenVersions;
    private final Collection<Problem> problems;

    ModuleAssembly(Map<String, String> givenVersions, Collection<Problem> problems) {
        this.givenVersions = givenVersions;
        this.problems = problems;
    }

    private static final class Draft {
        final String place;
        final DeclaredInModule declared = new DeclaredInModule();

        @Nullable
        String version;

        boolean named;

        Draft(String place, @Nullable String version) {
            this.place = place;
            this.version = version;
        }
    }

    void add(ModuleIdentity module, Container container, DeclaredInModule declared) {
        String place = container.label();
        String name = module.name() == null ? place : module.name();
        Draft draft = drafts.computeIfAbsent(name, n -> new Draft(place, module.version()));
        draft.named |= container.namesItsModule();
        String version = module.version();
        if (version != null && !version.equals(draft.version)) {
            if (draft.version != null && !draft.declared.isEmpty() && !declared.isEmpty()) {
                problems.add(twice(name, draft.version, draft.place, version, place));
            }
            boolean decides = draft.version == null || draft.declared.isEmpty() && !declared.isEmpty();
            draft.version = decides ? version : draft.version;
        }
        draft.declared.addAll(declared);
    }

    static Problem twice(String name, String version, String place, String otherVersion, String otherPlace) {
        return Problem.of(
                ProblemCode.MODULE_TWICE,
                name,
                "version " + version + " is in " + place + ", and version " + otherVersion + " in " + otherPlace);
    }

    void addLookedUp(ModuleIdentity module) {
        if (module.name() != null) {
            lookedUp.putIfAbsent(module.name(), module);
        }
    }

    private List<ModuleModel> lookedUp() {
        List<ModuleModel> modules = new ArrayList<>();
        lookedUp.forEach((name, module) -> {
            if (!drafts.containsKey(name)) {
                String version = module.version() == null ? givenVersions.get(name) : module.version();
                modules.add(new ModuleModel(name, version, List.of()));
            }
        });
        return modules;
    }

    ContentModel model() {
        List<ModuleModel> modules = new ArrayList<>();
        List<DeclaredStep> steps = new ArrayList<>();
        drafts.values().removeIf(draft -> !draft.named);
        drafts.forEach((name, draft) -> {
            String version = draft.version == null ? givenVersions.get(name) : draft.version;
            if (version == null && !draft.declared.isEmpty()) {
                problems.add(Problem.of(
                        ProblemCode.MODULE_WITHOUT_VERSION,
                        name,
                        draft.place + " does not say which version it is, and counts as lower than any stored one"));
            }
            if (isStorable(name, version, draft)) {
                modules.add(module(name, version, draft.declared));
                steps.addAll(draft.declared.steps());
            }
        });
        return new StepRenames(problems).apply(new ContentModel(modules, lookedUp()), steps);
    }

    private static ModuleModel module(String name, @Nullable String version, DeclaredInModule declared) {
        List<StepModel> steps =
                declared.steps().stream().map(DeclaredStep::model).toList();
        return new ModuleModel(name, version, declared.types(), steps).withEqualPartsShared();
    }

    /** What declares nothing is not stored, so its name and version may be anything; it counts as not scanned then. */
    private boolean isStorable(String name, @Nullable String version, Draft draft) {
        Optional<String> ofName = ColumnText.fault(name, ColumnText.MAX_NAME);
        Optional<String> ofVersion =
                Optional.ofNullable(version).flatMap(text -> ColumnText.fault(text, ColumnText.MAX_NAME));
        if (draft.declared.isEmpty()) {
            return ofName.isEmpty() && ofVersion.isEmpty();
        }
        String quoted = ColumnText.quoted(name);
        ofName.ifPresent(fault -> unstorable(draft, "the name of its module, " + quoted + ", " + fault));
        ofVersion.ifPresent(fault -> unstorable(
                draft, "the version of its module " + quoted + ", " + ColumnText.quoted("" + version) + ", " + fault));
        return true;
    }

    private void unstorable(Draft draft, String message) {
        problems.add(Problem.of(ProblemCode.MODULE_NOT_STORABLE, draft.place, message));
    }
}
