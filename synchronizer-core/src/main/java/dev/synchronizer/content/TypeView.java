package dev.synchronizer.content;

import dev.synchronizer.catalog.Catalog;
import dev.synchronizer.catalog.EffectiveType;
import dev.synchronizer.lookup.KnownType;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.rule.RuleSet;
import dev.synchronizer.seal.Tripwire;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.store.SyncStore;
import dev.synchronizer.value.BlockParts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The types that content is read and written by, as of one change number. What is asked for and was not loaded yet ends
 * in {@link NotYetKnown}; only {@link #load} asks the database.
 */
final class TypeView implements BlockParts {
    private final long number;
    private final Catalog catalog;
    private final SyncStore store;
    private final Map<String, Optional<ItemType>> byName = new ConcurrentHashMap<>();
    private final Map<Long, Optional<ItemType>> byId = new ConcurrentHashMap<>();
    private final Map<Long, Optional<Part>> parts = new ConcurrentHashMap<>();
    private final RuleSource ruleSource;
    private volatile boolean complete;
    private volatile @Nullable RuleSet rules;

    TypeView(long number, Catalog catalog, SyncStore store, RuleSource ruleSource) {
        this.number = number;
        this.catalog = catalog;
        this.store = store;
        this.ruleSource = ruleSource;
    }

    long number() {
        return number;
    }

    Tripwire tripwire() {
        return catalog.tripwire();
    }

    /** Empty where nothing of this name is stored. */
    Optional<ItemType> type(String name) {
        Optional<ItemType> known = byName.get(name);
        if (known == null && !complete) {
            throw NotYetKnown.named(name);
        }
        return known == null ? Optional.empty() : known;
    }

    /** The type of an item, which therefore exists. */
    ItemType type(long id) {
        Optional<ItemType> known = byId.get(id);
        if (known == null && !complete) {
            throw NotYetKnown.type(id);
        }
        // Its row is there, for items refer to it: this view is of an older moment.
        return (known == null ? Optional.<ItemType>empty() : known).orElseThrow(Moved::new);
    }

    /** The rules that run when items are saved. */
    RuleSet rules() {
        RuleSet known = rules;
        if (known == null) {
            throw NotYetKnown.rules();
        }
        return known;
    }

    @Override
    public @Nullable Part named(String blockType, String property) {
        return type(blockType)
                .flatMap(type -> type.property(property).map(found -> found.part(type.name())))
                .orElse(null);
    }

    @Override
    public @Nullable Part of(long id) {
        Optional<Part> known = parts.get(id);
        if (known == null && !complete) {
            throw NotYetKnown.part(id);
        }
        return known == null ? null : known.orElse(null);
    }

    /** @throws Moved if what is loaded may be of a later moment than this view */
    void load(NotYetKnown.What what) {
        if (what.name() != null) {
            loadNamed(what.name());
        } else if (what.type() != null) {
            loadType(what.type());
        } else if (what.part() != null) {
            loadPart(what.part());
        } else if (what.rules()) {
            rules = ruleSource.set(store.reading(StoredReads::rules), new KnownTypes(this));
        }
        if (catalog.changeNumber() != number) {
            throw new Moved();
        }
    }

    /**
     * Loads all types at once, so that nothing is missed from now on.
     *
     * @throws Moved if what is loaded may be of a later moment than this view
     */
    void loadAll() {
        if (complete) {
            return;
        }
        catalog.types().stream().map(ItemType::of).forEach(this::keep);
        KnownType.all(store.load()).forEach((id, known) -> {
            if (known.stored().orphanedSince() != null && !byId.containsKey(id)) {
                keep(ItemType.outOfUse(known));
            }
        });
        if (catalog.changeNumber() != number) {
            throw new Moved();
        }
        complete = true;
    }

    /** Those that are known. */
    List<ItemType> all() {
        return byName.values().stream().flatMap(Optional::stream).toList();
    }

    /** The names of those in use that are known. */
    List<String> names() {
        return all().stream()
                .filter(type -> type.effective() != null)
                .map(ItemType::name)
                .toList();
    }

    private void loadNamed(String name) {
        Optional<EffectiveType> effective = catalog.type(name);
        Optional<ItemType> type = effective.isPresent()
                ? effective.map(ItemType::of)
                : outOfUse(
                        reads -> reads.type(name).filter(stored -> stored.name().equals(name)));
        byName.put(name, type);
        type.ifPresent(this::keep);
    }

    private void loadType(long id) {
        Optional<EffectiveType> effective = catalog.type(id);
        Optional<ItemType> type = effective.isPresent()
                ? effective.map(ItemType::of)
                : outOfUse(reads -> reads.content().types(List.of(id)).stream().findFirst());
        byId.put(id, type);
        type.ifPresent(this::keep);
    }

    private void loadPart(long id) {
        store.reading(reads -> reads.content().typesOfProperties(List.of(id))).stream()
                .map(StoredType::id)
                .forEach(this::loadType);
        parts.putIfAbsent(id, Optional.empty());
    }

    private Optional<ItemType> outOfUse(Function<StoredReads, Optional<StoredType>> find) {
        return store.reading(reads -> find.apply(reads)
                .map(stored -> KnownType.read(reads, stored.name()))
                .map(ItemType::outOfUse));
    }

    private void keep(ItemType type) {
        byName.put(type.name(), Optional.of(type));
        byId.put(type.id(), Optional.of(type));
        type.properties().forEach(property -> parts.put(property.id(), Optional.of(property.part(type.name()))));
    }
}
