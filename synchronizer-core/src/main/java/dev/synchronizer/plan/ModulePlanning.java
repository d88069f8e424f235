package dev.synchronizer.plan;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.ModelDiff;
import dev.synchronizer.diff.ModuleDiff;
import dev.synchronizer.diff.ModuleState;
import dev.synchronizer.diff.Scope;
import dev.synchronizer.model.Fingerprint;
import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.model.ModuleVersion;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.StoredModule;
import dev.synchronizer.model.TypeModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides what stands in the modules' rows and snapshots after a run: of each type what its code says now, or what it
 * said when it was last committed, where the run leaves the type alone.
 */
final class ModulePlanning {
    private final Map<String, List<TypeModel>> typesAfter = new HashMap<>();
    private final Set<String> touched = new HashSet<>();
    private final ReferenceRenaming renaming;
    private final boolean ofAllTypes;

    private ModulePlanning(ModelDiff diff, List<TypePlan> types, Scope scope) {
        renaming = ReferenceRenaming.of(types);
        ofAllTypes = scope.types() == null;
        Set<Long> planned = new HashSet<>();
        for (TypePlan type : types) {
            if (type.diff().stored() != null) {
                planned.add(type.diff().stored().id());
            }
            add(type);
        }
        addUnplanned(diff, planned);
    }

    static List<ModulePlan> plan(ModelDiff diff, List<TypePlan> types, Scope scope) {
        ModulePlanning planning = new ModulePlanning(diff, types, scope);
        return diff.modules().stream().map(planning::plan).toList();
    }

    private void add(TypePlan type) {
        String formerModule =
                type.diff().stored() == null ? null : type.diff().stored().module();
        if (type.action().isPending()) {
            touched.add(type.diff().module());
            if (formerModule != null) {
                touched.add(formerModule);
            }
        }
        TypeModel after = modelAfter(type);
        if (after != null) {
            boolean leftAlone = type.action() == Action.NONE && formerModule != null;
            String module = leftAlone ? formerModule : type.diff().module();
            typesAfter.computeIfAbsent(module, name -> new ArrayList<>()).add(after);
        }
    }

    private @Nullable TypeModel modelAfter(TypePlan type) {
        TypeModel code = type.diff().after();
        TypeModel committed = type.diff().before();
        return switch (type.state()) {
            case NEW -> code;
            case UPDATED, IDENTICAL -> code == null ? null : withKeptProperties(type, code);
            case ORPHANED -> type.action() == Action.DELETE || committed == null ? null : keptOrphan(type, committed);
            case GATED, CONFLICT, ABSENT -> renaming.apply(committed);
        };
    }

    /** Without the properties that return to the administrators. */
    private TypeModel keptOrphan(TypePlan type, TypeModel committed) {
        TypeModel renamed = Objects.requireNonNull(renaming.apply(committed));
        return renamed.withProperties(keptProperties(type));
    }

    private TypeModel withKeptProperties(TypePlan type, TypeModel code) {
        List<PropertyModel> kept = keptProperties(type);
        if (kept.isEmpty()) {
            return code;
        }
        kept.addAll(code.properties());
        return code.withProperties(kept);
    }

    private List<PropertyModel> keptProperties(TypePlan type) {
        List<PropertyModel> kept = new ArrayList<>();
        for (PropertyPlan property : type.properties()) {
            boolean stays = property.state() == ChangeState.ORPHANED && property.action() != Action.DELETE;
            if (stays && property.diff().before() != null) {
                kept.add(renaming.apply(property.diff().before()));
            }
        }
        return kept;
    }

    /** Types that the comparison did not list: those of gated modules that their code lacks, and those out of scope. */
    private void addUnplanned(ModelDiff diff, Set<Long> planned) {
        Map<String, Set<String>> names = new HashMap<>();
        diff.stored().types().stream()
                .filter(type -> type.module() != null && !planned.contains(type.id()))
                .forEach(type -> names.computeIfAbsent(Objects.requireNonNull(type.module()), module -> new HashSet<>())
                        .add(type.name()));
        for (StoredModule module : diff.stored().modules()) {
            Set<String> unplanned = names.getOrDefault(module.name(), Set.of());
            module.snapshot().types().stream()
                    .filter(type -> unplanned.contains(type.name()))
                    .forEach(type -> typesAfter
                            .computeIfAbsent(module.name(), name -> new ArrayList<>())
                            .add(Objects.requireNonNull(renaming.apply(type))));
        }
    }

    private ModulePlan plan(ModuleDiff module) {
        StoredModule stored = module.stored();
        ModuleModel declared = declared(module);
        String fingerprint = declared == null ? null : Fingerprint.of(declared);
        ModulePlan.Outcome outcome = outcome(module);
        return new ModulePlan(
                module.name(),
                module.version(),
                module.storedVersion(),
                module.state(),
                fingerprint,
                stored == null ? null : stored.fingerprint(),
                outcome,
                outcome == ModulePlan.Outcome.SAVE ? after(module, fingerprint) : null);
    }

    /** All that is known of what its code declares, or null where it was not scanned. */
    private @Nullable ModuleModel declared(ModuleDiff module) {
        ModuleModel code = module.code();
        if (code == null || module.unscanned().isEmpty()) {
            return code;
        }
        // Code that was not looked at refers to a renamed type by its new name, or it would not compile.
        Stream<TypeModel> unscanned =
                module.unscanned().stream().map(type -> Objects.requireNonNull(renaming.apply(type)));
        return code.withTypes(Stream.concat(code.types().stream(), unscanned).toList());
    }

    private ModulePlan.Outcome outcome(ModuleDiff module) {
        StoredModule stored = module.stored();
        if (stored == null) {
            return typesAfter(module).isEmpty() ? ModulePlan.Outcome.LEAVE : ModulePlan.Outcome.SAVE;
        }
        if (module.state() == ModuleState.GONE && typesAfter(module).isEmpty()) {
            return ModulePlan.Outcome.DELETE;
        }
        boolean changed = touched.contains(module.name()) || renaming.concerns(stored);
        // A run of single types that commits nothing of a version must not gate the nodes that still have a lower one.
        boolean raised = module.state() == ModuleState.NEWER && ofAllTypes;
        return changed || raised ? ModulePlan.Outcome.SAVE : ModulePlan.Outcome.LEAVE;
    }

    private StoredModule after(ModuleDiff module, @Nullable String scanned) {
        ModuleModel snapshot = new ModuleModel(module.name(), versionAfter(module), typesAfter(module));
        return new StoredModule(snapshot, fingerprintAfter(module, scanned));
    }

    /** Older code leaves the module's fingerprint, also where another module's rename reaches into its snapshot. */
    private static String fingerprintAfter(ModuleDiff module, @Nullable String scanned) {
        StoredModule stored = module.stored();
        return stored != null && (scanned == null || module.state() == ModuleState.GATED)
                ? stored.fingerprint()
                : Objects.requireNonNull(scanned);
    }

    private List<TypeModel> typesAfter(ModuleDiff module) {
        return typesAfter.getOrDefault(module.name(), List.of());
    }

    private static @Nullable String versionAfter(ModuleDiff module) {
        StoredModule stored = module.stored();
        boolean processed = module.state() == ModuleState.NEW
                || module.state() == ModuleState.NEWER
                || module.state() == ModuleState.SAME;
        if (!processed || stored == null) {
            return stored == null ? module.version() : stored.version();
        }
        return ModuleVersion.compareInFull(module.version(), stored.version()) >= 0
                ? module.version()
                : stored.version();
    }
}
