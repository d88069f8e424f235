package dev.synchronizer.migration;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredModule;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.Told;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.store.StoredItem.Deleted;
import dev.synchronizer.task.Payload.About;
import dev.synchronizer.task.Places;
import dev.synchronizer.task.StateChange;
import dev.synchronizer.task.SubjectState;
import dev.synchronizer.task.TaskKey;
import dev.synchronizer.value.BlockParts;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What other servers are told of items that steps change, in the form in which they are told of all items, by the names of a moment. */
final class ToldByStep {
    private final BlockParts parts;
    private final Map<Long, StoredType> types = new HashMap<>();
    private final Map<String, Optional<String>> versions = new HashMap<>();

    ToldByStep(StoredModel now, BlockParts parts) {
        this.parts = parts;
        now.types().forEach(type -> types.put(type.id(), type));
        for (StoredModule module : now.modules()) {
            versions.put(module.name(), Optional.ofNullable(module.version()));
        }
    }

    BlockParts parts() {
        return parts;
    }

    Told told(SeenItem before, SeenItem after) {
        StoredType type = Objects.requireNonNull(types.get(after.row().type()));
        return new Told(
                TaskKey.item(after.row().id()),
                after.row().name(),
                SaveOperation.UPDATE,
                about(type),
                new StateChange(state(before, type), state(after, type)),
                after.row().revision(),
                needs(after, type));
    }

    String typeOf(SeenItem item) {
        return Objects.requireNonNull(types.get(item.row().type())).name();
    }

    private About about(StoredType type) {
        Set<String> properties = new TreeSet<>();
        for (StoredProperty property : type.properties()) {
            if (parts.of(property.id()) != null) {
                properties.add(property.name());
            }
        }
        String module = type.origin() == Origin.CODE ? type.module() : null;
        String version = module == null
                ? null
                : versions.getOrDefault(module, Optional.empty()).orElse(null);
        return new About(type.name(), type.guid().toString(), module, version, new TreeSet<>(properties));
    }

    private static SubjectState state(SeenItem item, StoredType type) {
        Map<String, String> places = new TreeMap<>();
        StoredItem row = item.row();
        places.put(Places.TYPE, text(type.name()));
        places.put(Places.NAME, text(row.name()));
        if (row.parent() != null) {
            places.put(Places.PARENT, text(row.parent().toString()));
        }
        Deleted deleted = row.deleted();
        if (deleted != null) {
            places.put(Places.DELETED, text(deleted.with().toString()));
        }
        item.values().forEach((place, value) -> {
            // What has gone with the run is called as it was.
            String name = type.properties().stream()
                    .filter(property -> property.id() == place.property())
                    .map(StoredProperty::name)
                    .findFirst()
                    .orElse(value.property());
            places.put(Places.value(name, place.language()), value.json());
        });
        return SubjectState.of(places);
    }

    private static String text(String text) {
        return JsonOut.compact(out -> out.text(text));
    }

    private static List<String> needs(SeenItem item, StoredType type) {
        Set<String> needs = new LinkedHashSet<>();
        if (type.origin() == Origin.ADMIN) {
            needs.add(TaskKey.definition(type.name()).toString());
        }
        if (item.row().parent() != null) {
            needs.add(TaskKey.item(item.row().parent()).toString());
        }
        item.references().forEach(id -> needs.add(TaskKey.item(id).toString()));
        return List.copyOf(needs);
    }
}
