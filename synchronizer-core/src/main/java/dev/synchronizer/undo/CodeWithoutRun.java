package dev.synchronizer.undo;

import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredModule;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.plan.ReferenceRenaming;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The code that is in use, with what one run touched as it was before the run. */
final class CodeWithoutRun {
    private final BeforeRun before;
    private final StoredModel now;
    private final Map<String, Map<String, TypeModel>> committed = new HashMap<>();
    private final Map<String, List<TypeModel>> types = new TreeMap<>();
    private final ReferenceRenaming renaming;
    private final ReferenceRenaming kept;
    private final Set<String> typeNames;

    private CodeWithoutRun(BeforeRun whole, BeforeRun before, StoredModel now) {
        this.before = before;
        this.now = now;
        now.modules()
                .forEach(
                        module -> committed.put(module.name(), module.snapshot().typesByName()));
        renaming = ReferenceRenaming.ofNames(formerNames());
        kept = ReferenceRenaming.ofNames(keptNames(whole));
        typeNames = now.types().stream().map(StoredType::name).collect(Collectors.toSet());
    }

    /**
     * Makes up what the code would be.
     *
     * @param whole the run
     * @param undoable the run without what is to stay as it is
     */
    static CodeWithoutRun of(BeforeRun whole, BeforeRun undoable, StoredModel now) {
        CodeWithoutRun code = new CodeWithoutRun(whole, undoable, now);
        now.types().forEach(code::add);
        undoable.touched().stream()
                .filter(each -> each.isType() && each.deed() == BeforeRun.Deed.DELETED && !each.orphaned())
                .forEach(code::addDeleted);
        return code;
    }

    private void addDeleted(BeforeRun.Touched type) {
        TypeModel was = code(type);
        if (was != null) {
            List<BeforeRun.Touched> orphans = before.propertiesOf(type.typeId());
            put(
                    type.module(),
                    was.withFormerNames(formerNames(was.formerNames(), was.name(), was.name(), typeNames))
                            .withProperties(was.properties().stream()
                                    .filter(property -> orphans.stream()
                                            .noneMatch(orphan -> property.name().equals(orphan.property())))
                                    .toList()));
        }
    }

    private Map<String, String> formerNames() {
        Map<String, String> names = new HashMap<>();
        for (StoredType type : now.types()) {
            BeforeRun.Touched touched = before.type(type.id());
            if (touched != null && !touched.type().equals(type.name())) {
                names.put(type.name(), touched.type());
            }
        }
        return names;
    }

    /** Present names by those before the run, of types that keep the present one. */
    private Map<String, String> keptNames(BeforeRun whole) {
        Map<String, String> names = new HashMap<>();
        for (StoredType type : now.types()) {
            BeforeRun.Touched touched = whole.type(type.id());
            if (touched != null
                    && before.type(type.id()) == null
                    && !touched.type().equals(type.name())) {
                names.put(touched.type(), type.name());
            }
        }
        return names;
    }

    /** What had been committed, where it is made again, under the names of what it refers to. */
    private @Nullable TypeModel code(BeforeRun.Touched touched) {
        return kept.apply(before.code(touched));
    }

    private void put(@Nullable String module, @Nullable TypeModel type) {
        if (module != null && type != null) {
            types.computeIfAbsent(module, name -> new ArrayList<>()).add(type);
        }
    }

    private void add(StoredType row) {
        BeforeRun.Touched touched = before.type(row.id());
        if (touched != null && !wasInUseOfCode(touched)) {
            return;
        }
        TypeModel is = living(row);
        TypeModel was = touched == null ? null : code(touched);
        if (touched == null || was == null) {
            put(row.module(), is == null ? null : is.withProperties(properties(row, is.properties())));
        } else {
            List<PropertyModel> base = is == null ? withoutOrphans(row, was) : is.properties();
            TypeModel type = was.withProperties(properties(row, base));
            put(
                    touched.module(),
                    type.withFormerNames(formerNames(type.formerNames(), type.name(), row.name(), typeNames)));
        }
    }

    /** Not what the run made, nor what was an orphan or an administrator's before it. */
    private static boolean wasInUseOfCode(BeforeRun.Touched touched) {
        return touched.deed() != BeforeRun.Deed.CREATED && !touched.orphaned() && touched.module() != null;
    }

    /** As committed, under the names that types had before the run; null where no code is in use. */
    private @Nullable TypeModel living(StoredType row) {
        TypeModel code = row.module() == null
                ? null
                : committed.getOrDefault(row.module(), Map.of()).get(row.name());
        if (code == null || row.orphanedSince() != null) {
            return null;
        }
        TypeModel renamed = renaming.apply(code);
        return renamed == null ? null : renamed.withProperties(withoutOrphans(row, renamed));
    }

    private static List<PropertyModel> withoutOrphans(StoredType row, TypeModel code) {
        return code.properties().stream()
                .filter(property -> row.property(property.name())
                        .filter(stored -> stored.orphanedSince() != null)
                        .isEmpty())
                .toList();
    }

    private List<PropertyModel> properties(StoredType row, List<PropertyModel> base) {
        List<PropertyModel> properties = new ArrayList<>(base);
        Set<String> names = row.properties().stream().map(StoredProperty::name).collect(Collectors.toSet());
        for (BeforeRun.Touched touched : before.propertiesOf(row.id())) {
            Optional<StoredProperty> stored = row.properties().stream()
                    .filter(property -> Long.valueOf(property.id()).equals(touched.propertyId()))
                    .findFirst();
            String name = stored.map(StoredProperty::name).orElse(touched.property());
            properties.removeIf(property -> property.name().equals(name));
            if (touched.deed() != BeforeRun.Deed.CREATED && !touched.orphaned()) {
                was(touched)
                        .map(property -> property.withFormerNames(
                                formerNames(property.formerNames(), property.name(), String.valueOf(name), names)))
                        .ifPresent(properties::add);
            }
        }
        return properties;
    }

    /** Those that are not the names of something else by now, and the present one last, where that is another one. */
    private static List<String> formerNames(List<String> declared, String name, String present, Set<String> taken) {
        List<String> names = new ArrayList<>(declared);
        names.removeIf(taken::contains);
        if (!present.equals(name)) {
            names.add(present);
        }
        return names;
    }

    private Optional<PropertyModel> was(BeforeRun.Touched touched) {
        TypeModel type = code(touched);
        return type == null || touched.property() == null ? Optional.empty() : type.property(touched.property());
    }

    /** Of the modules that there were before the run, and of those that others have put types into since. */
    ContentModel model() {
        Map<String, ModuleModel> modules = new TreeMap<>();
        for (StoredModule module : now.modules()) {
            BeforeRun.Module former = before.module(module.name());
            boolean made = former != null && former.snapshot() == null;
            List<TypeModel> left = types.getOrDefault(module.name(), List.of());
            if (!made || !left.isEmpty()) {
                modules.put(module.name(), new ModuleModel(module.name(), module.version(), left));
            }
        }
        types.forEach((name, left) -> modules.computeIfAbsent(name, missing -> deleted(missing, left)));
        return new ContentModel(List.copyOf(modules.values()));
    }

    private ModuleModel deleted(String name, List<TypeModel> left) {
        BeforeRun.Module former = before.module(name);
        String version = former == null || former.snapshot() == null
                ? null
                : former.snapshot().version();
        return new ModuleModel(name, version, left);
    }
}
