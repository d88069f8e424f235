package dev.synchronizer.catalog;

import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredModule;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.seal.Tripwire;
import dev.synchronizer.store.StoredReads;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What code said when it was last committed, and what this node's own code says where that is older. Only a run changes
 * it; it is read when it is first asked for.
 */
final class CommittedCode {
    private final Map<String, Module> modules;
    private volatile @Nullable OwnTypes ownTypes;

    CommittedCode() {
        this(new ConcurrentHashMap<>());
    }

    private CommittedCode(Map<String, Module> modules) {
        this.modules = modules;
    }

    /** The effective view of what stands under a name, as of the moment of {@code reads}. */
    Served serve(String name, StoredReads reads, OwnModels own, Tripwire tripwire) {
        OwnTypes older = ownTypes(reads, own);
        OwnTypes.OwnType mine = older.named(name);
        if (mine != null) {
            return served(mine, reads, tripwire);
        }
        // A database may take names for equal that are not.
        StoredType stored =
                reads.type(name).filter(type -> type.name().equals(name)).orElse(null);
        if (stored == null || older.replaces(stored)) {
            return Served.NOTHING;
        }
        return served(stored, module(stored, reads), looked(stored, reads.overrides(stored.id()), reads, tripwire));
    }

    /** The effective view of what has a row, as of the moment of {@code reads}. */
    Served serve(long id, StoredReads reads, OwnModels own, Tripwire tripwire) {
        OwnTypes.OwnType mine = id == 0 ? null : ownTypes(reads, own).of(id);
        if (mine != null) {
            return served(mine, reads, tripwire);
        }
        return row(id, reads)
                .map(stored ->
                        served(stored, module(stored, reads), looked(stored, reads.overrides(id), reads, tripwire)))
                .orElse(Served.NOTHING);
    }

    /** The overrides of a type, held against its seal with it. */
    private static List<SettingOverride> looked(
            StoredType stored, List<SettingOverride> overrides, StoredReads reads, Tripwire tripwire) {
        tripwire.look(stored, overrides, reads.sealOf(stored).orElse(null));
        return overrides;
    }

    /** Held against its seal is the row as it stands, and not as this code knows it. */
    private static Served served(OwnTypes.OwnType mine, StoredReads reads, Tripwire tripwire) {
        long id = mine.stored().id();
        if (id == 0) {
            return new Served(id, mine.overlaid(List.of()));
        }
        List<SettingOverride> overrides = reads.overrides(id);
        row(id, reads).ifPresent(stored -> looked(stored, overrides, reads, tripwire));
        return new Served(id, mine.overlaid(overrides));
    }

    private static Optional<StoredType> row(long id, StoredReads reads) {
        return reads.content().types(List.of(id)).stream().findFirst();
    }

    private OwnTypes ownTypes(StoredReads reads, OwnModels own) {
        OwnTypes known = ownTypes;
        if (known == null) {
            known = OwnTypes.find(reads, own);
            ownTypes = known;
        }
        return known;
    }

    private Module module(StoredType stored, StoredReads reads) {
        String name = stored.module();
        if (name == null) {
            return Module.NONE;
        }
        Module known = modules.get(name);
        if (known == null) {
            known = reads.module(name).map(Module::of).orElse(Module.NONE);
            modules.put(name, known);
        }
        return known;
    }

    /** The effective view of all types as of the moment of {@code reads}. */
    List<Served> serveAll(StoredReads reads, OwnModels own, Tripwire tripwire) {
        OwnTypes older = ownTypes(reads, own);
        StoredModel model = reads.load();
        model.modules().forEach(module -> modules.computeIfAbsent(module.name(), name -> Module.of(module)));
        Map<Long, List<SettingOverride>> overrides = new HashMap<>();
        model.overrides()
                .forEach(override -> overrides
                        .computeIfAbsent(override.typeId(), id -> new ArrayList<>())
                        .add(override));
        List<Served> served = new ArrayList<>();
        for (OwnTypes.OwnType mine : older.all()) {
            long id = mine.stored().id();
            served.add(new Served(id, mine.overlaid(overrides.getOrDefault(id, List.of()))));
        }
        for (StoredType stored : model.types()) {
            List<SettingOverride> saved = overrides.getOrDefault(stored.id(), List.of());
            if (older.replaces(stored)) {
                looked(stored, saved, reads, tripwire);
            } else if (older.named(stored.name()) == null) {
                served.add(served(stored, module(stored, reads), looked(stored, saved, reads, tripwire)));
            }
        }
        return served;
    }

    private static Served served(StoredType stored, Module module, List<SettingOverride> overrides) {
        TypeModel code = module.types.get(stored.name());
        return new Served(stored.id(), Overlaying.overlay(stored, code, module.version, overrides));
    }

    /** The same code, to be compared anew with rows that administrators have changed. */
    CommittedCode withOtherRows() {
        return new CommittedCode(modules);
    }

    /**
     * What is served under a name.
     *
     * @param id the id of its row; 0 where it has none
     * @param type the type; empty where there is none
     */
    record Served(long id, Optional<EffectiveType> type) {
        static final Served NOTHING = new Served(0, Optional.empty());
    }

    /**
     * A module's code, its types by their names.
     *
     * @param version its version, or null where it has none
     */
    record Module(@Nullable String version, Map<String, TypeModel> types) {
        static final Module NONE = new Module(null, Map.of());

        static Module of(StoredModule module) {
            ModuleModel snapshot = module.snapshot();
            Map<String, TypeModel> types = new HashMap<>();
            snapshot.types().forEach(type -> types.put(type.name(), type));
            return new Module(snapshot.version(), types);
        }
    }
}
