package dev.synchronizer.content;

import dev.synchronizer.content.Violations.Place;
import dev.synchronizer.value.ValueForm;
import dev.synchronizer.value.Values;
import java.util.HashSet;
import java.util.Set;

/** Values within blocks, of properties that code no longer declares: they can be kept, moved and taken away, not given. */
final class KeptParts {
    private record Part(long property, Object value) {}

    private KeptParts() {}

    static void check(ItemType type, Values before, Values now, TypeView types, Violations violations) {
        Set<Part> known = new HashSet<>();
        walk(type, before, types, (property, place, value) -> known.add(new Part(property.id(), value)));
        walk(type, now, types, (property, place, value) -> {
            if (!known.contains(new Part(property.id(), value))) {
                violations.addOutOfUse(property.name(), place, ValueForm.shown(value));
            }
        });
    }

    private static void walk(ItemType type, Values values, TypeView types, Met met) {
        new ValueWalk(types, (owner, property, place, value) -> {
                    if (!property.inUse() && !owner.equals(type)) {
                        met.met(property, place, value);
                    }
                })
                .item(type, values);
    }

    private interface Met {
        void met(ItemProperty property, Place place, Object value);
    }
}
