package dev.synchronizer.content;

import dev.synchronizer.catalog.EffectiveType;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.Told;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.task.Payload.About;
import dev.synchronizer.task.Places;
import dev.synchronizer.task.StateChange;
import dev.synchronizer.task.SubjectState;
import dev.synchronizer.task.TaskKey;
import dev.synchronizer.value.ValueJson;
import dev.synchronizer.value.ValueKey;
import dev.synchronizer.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What other servers and systems are told of an item: all that it holds, in use and out of use, in the same form everywhere. */
final class ToldItem {
    private ToldItem() {}

    static Told of(ItemDraft draft, TypeView types) {
        HeldItem held = draft.held();
        HeldItem wanted = draft.isGone() ? null : draft.wanted();
        SubjectState before = held == null ? null : state(held, types);
        SubjectState after = wanted == null ? null : state(wanted, types);
        return new Told(
                TaskKey.item(draft.row().id()),
                draft.row().name(),
                draft.operation(),
                about(draft.type()),
                new StateChange(before, after),
                draft.row().revision(),
                wanted == null ? List.of() : needs(wanted, types));
    }

    /** An item as it is, whatever it was. */
    static Told whole(HeldItem held, TypeView types) {
        SubjectState state = state(held, types);
        return new Told(
                TaskKey.item(held.row().id()),
                held.row().name(),
                SaveOperation.UPDATE,
                about(held.type()),
                new StateChange(null, state),
                held.row().revision(),
                needs(held, types));
    }

    static About about(ItemType type) {
        Set<String> properties = new TreeSet<>();
        type.properties().forEach(property -> properties.add(property.name()));
        EffectiveType effective = type.effective();
        return effective == null
                ? new About(type.name(), null, null, null, new TreeSet<>(properties))
                : new About(
                        type.name(),
                        effective.guid().toString(),
                        effective.module(),
                        effective.moduleVersion(),
                        new TreeSet<>(properties));
    }

    static SubjectState state(HeldItem held, TypeView types) {
        Map<String, String> places = new TreeMap<>();
        StoredItem row = held.row();
        places.put(Places.TYPE, text(held.type().name()));
        places.put(Places.NAME, text(row.name()));
        if (row.parent() != null) {
            places.put(Places.PARENT, text(row.parent().toString()));
        }
        if (row.deleted() != null) {
            places.put(Places.DELETED, text(row.deleted().with().toString()));
        }
        add(held.type(), held.own(), types, places);
        add(held.type(), held.orphaned(), types, places);
        return SubjectState.of(places);
    }

    private static void add(ItemType type, Values values, TypeView types, Map<String, String> places) {
        for (ValueKey key : values.keys()) {
            Object value = values.get(key).orElseThrow();
            ItemProperty property = type.property(key.property()).orElseThrow();
            places.put(
                    Places.value(key.property(), key.language()),
                    JsonOut.compact(out -> ValueJson.write(property.type(), value, types, out)));
        }
    }

    static String text(String text) {
        return JsonOut.compact(out -> out.text(text));
    }

    /** What it stands below, what it refers to, and its type where no code declares that. */
    private static List<String> needs(HeldItem wanted, TypeView types) {
        Set<String> needs = new LinkedHashSet<>();
        if (isOfAdministrators(wanted.type())) {
            needs.add(TaskKey.definition(wanted.type().name()).toString());
        }
        if (wanted.row().parent() != null) {
            needs.add(TaskKey.item(wanted.row().parent()).toString());
        }
        References.all(wanted.type(), wanted.own(), types)
                .forEach(reference -> needs.add(TaskKey.item(reference.target()).toString()));
        return new ArrayList<>(needs);
    }

    private static boolean isOfAdministrators(ItemType type) {
        return type.effective() != null && type.effective().module() == null;
    }
}
