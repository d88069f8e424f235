package dev.synchronizer.plan;

import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.ModelDiff;
import dev.synchronizer.model.Embedding;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.StoredModule;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which types that are in use after a run embed which, and of which kind they are then; by the names that they have then. */
final class EmbeddedBlocks {
    private final Map<String, String> names;
    private final Map<String, ContentKind> kinds = new HashMap<>();
    private final Map<String, List<Embedding>> steps = new HashMap<>();

    private EmbeddedBlocks(Map<String, String> names) {
        this.names = names;
    }

    /** As code has it; what administrators make of it is to be added. */
    static EmbeddedBlocks ofCode(ModelDiff diff, List<TypePlan> types) {
        EmbeddedBlocks blocks = new EmbeddedBlocks(namesAfter(types));
        Set<Long> planned = new HashSet<>();
        for (TypePlan type : types) {
            StoredType stored = type.diff().stored();
            if (stored != null) {
                planned.add(stored.id());
            }
            if (type.rowAfter() != null && isProcessed(type)) {
                blocks.addDeclared(type.rowAfter(), type.diff().after());
            } else if (type.rowAfter() != null && stored != null) {
                blocks.addCommitted(type.rowAfter(), stored, type.diff().before());
            }
        }
        blocks.addUnplanned(diff, planned);
        return blocks;
    }

    private static Map<String, String> namesAfter(List<TypePlan> types) {
        Map<String, String> names = new HashMap<>();
        for (TypePlan type : types) {
            if (type.diff().stored() != null && type.rowAfter() != null) {
                names.put(type.diff().stored().name(), type.rowAfter().name());
            }
        }
        return names;
    }

    /** Whether the scanned code is what holds after the run. */
    private static boolean isProcessed(TypePlan type) {
        return type.isDeclared() && type.state() != ChangeState.GATED && type.state() != ChangeState.CONFLICT;
    }

    private void addDeclared(StoredType row, @Nullable TypeModel code) {
        if (code != null) {
            kinds.put(row.name(), code.kind());
            code.properties()
                    .forEach(property ->
                            add(row.name(), property, property.type().blockType()));
        }
    }

    /** Of a type that the run leaves to the code that was last committed, or to the administrators. */
    private void addCommitted(StoredType row, StoredType stored, @Nullable TypeModel committed) {
        if (row.orphanedSince() != null) {
            return;
        }
        kinds.put(row.name(), kind(row, committed));
        if (row.origin() == Origin.CODE && committed != null) {
            committed.properties().stream()
                    .filter(property -> stored.property(property.name())
                            .map(StoredProperty::orphanedSince)
                            .isEmpty())
                    .forEach(property ->
                            add(row.name(), property, after(property.type().blockType())));
        }
    }

    private static ContentKind kind(StoredType row, @Nullable TypeModel committed) {
        if (row.origin() == Origin.CODE && committed != null) {
            return committed.kind();
        }
        return row.ownKind();
    }

    private void addUnplanned(ModelDiff diff, Set<Long> planned) {
        Map<String, StoredModule> modules = new HashMap<>();
        diff.stored().modules().forEach(module -> modules.put(module.name(), module));
        Map<String, Map<String, TypeModel>> committed = new HashMap<>();
        for (StoredType type : diff.stored().types()) {
            if (!planned.contains(type.id())) {
                StoredModule module = modules.get(String.valueOf(type.module()));
                Map<String, TypeModel> types = module == null
                        ? Map.of()
                        : committed.computeIfAbsent(
                                module.name(), name -> module.snapshot().typesByName());
                addCommitted(type, type, types.get(type.name()));
            }
        }
    }

    private void add(String from, PropertyModel property, @Nullable String block) {
        if (block != null) {
            add(new Embedding(from, property.name(), block));
        }
    }

    private void add(Embedding step) {
        steps.computeIfAbsent(step.from(), name -> new ArrayList<>()).add(step);
    }

    /** Adds what a property of an administrator embeds, both named as they are stored. */
    Embedding add(String type, String property, String block) {
        Embedding step = new Embedding(names.getOrDefault(type, type), property, names.getOrDefault(block, block));
        add(step);
        return step;
    }

    private @Nullable String after(@Nullable String block) {
        return block == null ? null : names.getOrDefault(block, block);
    }

    /** The kind of a type; null where there is none of this name in use. */
    @Nullable
    ContentKind kindOf(String type) {
        return kinds.get(type);
    }

    /** The shortest circle that begins with this step; none where there is no way back. */
    List<Embedding> circle(Embedding first) {
        return first.shortestCircle(type -> steps.getOrDefault(type, List.of()));
    }
}
