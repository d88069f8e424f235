package dev.synchronizer.diff;

import dev.synchronizer.model.Origin;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeGuid;
import dev.synchronizer.model.TypeModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which stored type each declared type is: by declared GUID first, then by declared rename, then by name (C1). */
final class TypeMatching {
    private final StoredIndex index;
    private final Modules modules;
    private final List<DeclaredType> declared = new ArrayList<>();
    private final Map<DeclaredType, StoredType> matches = new HashMap<>();
    private final Set<Long> claimed = new HashSet<>();

    private TypeMatching(StoredIndex index, Modules modules) {
        this.index = index;
        this.modules = modules;
    }

    static TypeMatching match(StoredIndex index, Modules modules) {
        TypeMatching matching = new TypeMatching(index, modules);
        for (ModuleDiff module : modules.asList()) {
            if (module.code() != null) {
                module.code().types().forEach(type -> matching.declared.add(new DeclaredType(module.name(), type)));
            }
        }
        matching.declared.forEach(type -> matching.claim(type, matching.byGuid(type)));
        matching.declared.forEach(type -> matching.claim(type, matching.byRename(type)));
        matching.declared.forEach(type -> matching.claim(type, index.named(type.name())));
        return matching;
    }

    private void claim(DeclaredType type, @Nullable StoredType stored) {
        if (stored != null && !matches.containsKey(type) && claimed.add(stored.id())) {
            matches.put(type, stored);
        }
    }

    private @Nullable StoredType byGuid(DeclaredType type) {
        String text = type.model().guid();
        UUID guid = text == null ? null : TypeGuid.parse(text);
        return guid == null ? null : index.withGuid(guid);
    }

    private @Nullable StoredType byRename(DeclaredType type) {
        StoredType holder = index.named(type.name());
        List<String> names = type.model().formerNames();
        for (int i = names.size() - 1; i >= 0; i--) {
            StoredType stored = index.named(names.get(i));
            if (stored != null && stored.origin() == Origin.CODE && !claimed.contains(stored.id())) {
                if (holder == null || isThisModules(type, stored) && !hasServed(names.get(i), holder)) {
                    return stored;
                }
            }
        }
        return null;
    }

    /**
     * Once renamed, a type stands under its new name, and whatever stands under the old one is something else: a type
     * of a module that is not scanned, or an orphan that was kept.
     */
    private boolean isThisModules(DeclaredType type, StoredType stored) {
        return type.module().equals(stored.module())
                && stored.orphanedSince() == null
                && modules.stateOf(stored.module()) != ModuleState.GATED;
    }

    /**
     * Whether code already said so when it was last committed. Of two former names only one can have served, and a run
     * that looked at some types or packages only has left what stands under the other one.
     */
    private boolean hasServed(String formerName, StoredType holder) {
        TypeModel committed = index.committed(holder);
        return committed != null && committed.formerNames().contains(formerName);
    }

    List<DeclaredType> declaredTypes() {
        return declared;
    }

    @Nullable
    StoredType storedOf(DeclaredType type) {
        return matches.get(type);
    }

    /** Whether a type that was found under another name would get one that a stored type keeps. */
    boolean isNameTaken(DeclaredType type) {
        StoredType holder = index.named(type.name());
        if (holder == null || claimed.contains(holder.id())) {
            return false;
        }
        ModuleState state = modules.stateOf(holder.module());
        return holder.origin() == Origin.ADMIN || state == ModuleState.ABSENT || state == ModuleState.GATED;
    }

    /** Stored types that no declared type is. */
    List<StoredType> unclaimed() {
        return index.stored().types().stream()
                .filter(type -> !claimed.contains(type.id()))
                .toList();
    }

    /** New names of stored types by their old ones, where they differ. */
    Map<String, String> renames() {
        Map<String, String> renames = new HashMap<>();
        matches.forEach((type, stored) -> {
            if (!stored.name().equals(type.name())) {
                renames.put(stored.name(), type.name());
            }
        });
        return renames;
    }
}
