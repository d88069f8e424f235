package dev.synchronizer.undo;

import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredModule;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.plan.ModulePlan;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The old names of then: nodes with older code find by them what has been renamed since, once they are free again (C3). */
final class ServedNames {
    private final BeforeRun run;
    private final Set<String> taken;

    ServedNames(BeforeRun run, StoredModel now) {
        this.run = run;
        Set<Long> made = run.made();
        taken = now.types().stream()
                .filter(type -> !made.contains(type.id()))
                .map(StoredType::name)
                .collect(Collectors.toSet());
    }

    ModulePlan restored(ModulePlan module) {
        BeforeRun.Module former = run.module(module.name());
        StoredModule after = module.after();
        if (former == null || former.snapshot() == null || after == null) {
            return module;
        }
        ModuleModel then = former.snapshot();
        List<TypeModel> types = after.snapshot().types().stream()
                .map(type -> restored(type, then.type(type.name())))
                .toList();
        return module.saving(new StoredModule(after.snapshot().withTypes(types), after.fingerprint()));
    }

    private TypeModel restored(TypeModel type, Optional<TypeModel> then) {
        return then.map(former -> type.withFormerNames(
                                union(former.formerNames(), type.formerNames(), name -> !taken.contains(name)))
                        .withProperties(type.properties().stream()
                                .map(property -> restored(type, property, former.property(property.name())))
                                .toList()))
                .orElse(type);
    }

    private static PropertyModel restored(TypeModel type, PropertyModel property, Optional<PropertyModel> then) {
        return then.map(former -> property.withFormerNames(union(
                        former.formerNames(),
                        property.formerNames(),
                        name -> type.property(name).isEmpty())))
                .orElse(property);
    }

    private static List<String> union(List<String> then, List<String> names, Predicate<String> isFree) {
        Set<String> union = then.stream().filter(isFree).collect(Collectors.toCollection(LinkedHashSet::new));
        union.addAll(names);
        return List.copyOf(union);
    }
}
