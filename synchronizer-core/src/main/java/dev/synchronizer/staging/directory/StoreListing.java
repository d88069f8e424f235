package dev.synchronizer.staging.directory;

import dev.synchronizer.content.StagedItems;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.StagedSubjects;
import dev.synchronizer.saving.Told;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.store.StoredRule;
import dev.synchronizer.store.SyncStore;
import dev.synchronizer.task.TaskKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All things of a store that a directory can hold, as of one moment. Safe for use by many threads. */
final class StoreListing {
    private static final int ATTEMPTS = 20;

    private final SyncStore store;
    private final Supplier<Map<String, StagedSubjects>> kinds;
    private final Supplier<StagedItems> items;

    StoreListing(SyncStore store, Supplier<Map<String, StagedSubjects>> kinds, Supplier<StagedItems> items) {
        this.store = store;
        this.kinds = kinds;
        this.items = items;
    }

    /** Somebody has changed definitions meanwhile. */
    private static final class Moved extends RuntimeException {
        private static final long serialVersionUID = 1;

        Moved() {
            super(null, null, false, false);
        }
    }

    /**
     * Tells of all things: first of what administrators say, then of the items, be they in the recycle bin, which are not
     * held.
     *
     * @param root the item that items stand below or are; null for all
     */
    void each(@Nullable UUID root, Consumer<Told> action) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (eachOfOneMoment(root, action)) {
                return;
            }
        }
        throw new ProblemsException(
                Problem.of(
                        ProblemCode.DIRECTORY_FAILED,
                        "definitions",
                        "somebody changes definitions again and again, so that they cannot be read along with the items"),
                null);
    }

    /** Whether what administrators say was still the same when the items were read. */
    private boolean eachOfOneMoment(@Nullable UUID root, Consumer<Told> action) {
        long moment = store.changeNumber();
        List<Told> said = said();
        try {
            items.get()
                    .each(
                            root,
                            number -> {
                                if (number != moment) {
                                    throw new Moved();
                                }
                                said.forEach(action);
                            },
                            action);
            return true;
        } catch (Moved e) {
            return false;
        }
    }

    private List<Told> said() {
        List<Told> said = new ArrayList<>();
        keys().forEach(key -> whole(key).ifPresent(said::add));
        return said;
    }

    /** One thing as it is. */
    Optional<Told> whole(TaskKey key) {
        StagedSubjects subjects = kinds.get().get(key.kind());
        return subjects == null ? Optional.empty() : subjects.whole(key);
    }

    /** The keys of what administrators say. */
    List<TaskKey> keys() {
        return store.reading(reads -> {
            List<TaskKey> keys = new ArrayList<>(definitions(reads));
            reads.rules().stream()
                    .map(StoredRule::name)
                    .sorted()
                    .forEach(name -> keys.add(new TaskKey(TaskKey.RULE, name)));
            return keys;
        });
    }

    private static List<TaskKey> definitions(StoredReads reads) {
        StoredModel model = reads.load();
        Set<Long> overridden =
                model.overrides().stream().map(SettingOverride::ownerId).collect(Collectors.toSet());
        List<TaskKey> definitions = new ArrayList<>();
        List<TaskKey> overrides = new ArrayList<>();
        for (StoredType type : model.types()) {
            add(type.id(), type.origin(), Address.ofType(type.name()), overridden, definitions, overrides);
            for (StoredProperty property : type.properties()) {
                Address address = Address.ofProperty(type.name(), property.name());
                add(property.id(), property.origin(), address, overridden, definitions, overrides);
            }
        }
        definitions.addAll(overrides);
        return definitions;
    }

    private static void add(
            long id,
            Origin origin,
            Address address,
            Set<Long> overridden,
            List<TaskKey> definitions,
            List<TaskKey> overrides) {
        if (origin == Origin.ADMIN) {
            definitions.add(TaskKey.definition(address.toString()));
        }
        if (overridden.contains(id)) {
            overrides.add(new TaskKey(TaskKey.OVERRIDES, address.toString()));
        }
    }
}
