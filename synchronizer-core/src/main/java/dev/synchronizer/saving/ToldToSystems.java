package dev.synchronizer.saving;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.store.ContentReads;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.task.Interest;
import dev.synchronizer.task.Places;
import dev.synchronizer.task.SubjectState;
import dev.synchronizer.task.TaskKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** What connectors are told of a save, as canonical JSON: which thing it is, or all that it holds. */
final class ToldToSystems {
    private ToldToSystems() {}

    static String json(Told told, Interest interest, ContentReads content) {
        SubjectState state = told.change().after();
        return JsonOut.compact(out -> out.object(() -> {
            if (told.key().kind().equals(TaskKey.ITEM)) {
                out.text("id", told.key().id());
                out.text("type", told.about().type());
                out.text("name", told.name());
                out.number("revision", told.revision());
            } else {
                out.text("kind", told.key().kind());
                out.text("id", told.key().id());
            }
            if (interest.snapshot() && state != null) {
                snapshot(told, state, content, out);
            }
        }));
    }

    private static void snapshot(Told told, SubjectState state, ContentReads content, JsonOut out) {
        SortedMap<String, SortedMap<String, String>> values = new TreeMap<>();
        SortedMap<String, String> others = new TreeMap<>();
        state.places().forEach((place, json) -> {
            String property = Places.property(place);
            if (property == null) {
                others.put(place, json);
            } else {
                values.computeIfAbsent(property, any -> new TreeMap<>()).put(Places.language(place), json);
            }
        });
        if (!told.key().kind().equals(TaskKey.ITEM)) {
            out.object(
                    "settings",
                    () -> others.forEach((name, json) -> out.name(name).json(json)));
            return;
        }
        String parent = others.get(Places.PARENT);
        if (parent != null) {
            out.name("parent").json(parent);
        }
        out.flag("deleted", others.containsKey(Places.DELETED));
        out.object("values", () -> values.forEach((property, byLanguage) -> value(property, byLanguage, out)));
        references(told, content, out);
    }

    private static void value(String property, SortedMap<String, String> byLanguage, JsonOut out) {
        out.name(property);
        String only = byLanguage.get("");
        if (only != null && byLanguage.size() == 1) {
            out.json(only);
        } else {
            out.object(() ->
                    byLanguage.forEach((language, json) -> out.name(language).json(json)));
        }
    }

    /** Parents and targets, as they are at this moment. */
    private static void references(Told told, ContentReads content, JsonOut out) {
        Set<UUID> ids = told.needs().stream()
                .map(TaskKey::parse)
                .filter(key -> key.kind().equals(TaskKey.ITEM))
                .map(key -> UUID.fromString(key.id()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<UUID, StoredItem> there = ids.isEmpty() ? Map.of() : content.items(ids);
        Map<Long, String> types = new TreeMap<>();
        List<Long> typeIds =
                there.values().stream().map(StoredItem::type).distinct().toList();
        (typeIds.isEmpty() ? List.<StoredType>of() : content.types(typeIds))
                .forEach(type -> types.put(type.id(), type.name()));
        List<StoredItem> found =
                ids.stream().map(there::get).filter(Objects::nonNull).toList();
        out.array(
                "references",
                found,
                row -> out.object(() -> {
                    out.text("id", row.id().toString());
                    out.text("type", types.getOrDefault(row.type(), ""));
                    out.text("name", row.name());
                }));
    }
}
