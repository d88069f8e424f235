package dev.synchronizer.content;

import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.annotation.DataType;
import dev.synchronizer.catalog.EffectiveProperty;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.store.ContentReads;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The references of an item that it did not have before: their targets are there, and of a type that is allowed. */
final class References {
    /** In whatever block, or at whatever position: those may move about. */
    private record Known(String property, UUID target) {
        static Known of(Reference reference) {
            return new Known(reference.property(), reference.target());
        }
    }

    private References() {}

    /** Those that an item has now in a property that had none to the same target before. */
    static List<Reference> added(ItemType type, Values before, Values now, TypeView types) {
        Set<Known> known = new HashSet<>();
        all(type, before, types).forEach(reference -> known.add(Known.of(reference)));
        return all(type, now, types).stream()
                .filter(reference -> !known.contains(Known.of(reference)))
                .toList();
    }

    /** All that an item has. */
    static List<Reference> all(ItemType type, Values values, TypeView types) {
        List<Reference> found = new ArrayList<>();
        new ValueWalk(types, (owner, property, place, value) -> {
                    if (property.type().base() == DataType.REFERENCE) {
                        EffectiveProperty effective = owner.effective(property.name());
                        List<String> allowed = effective == null
                                ? List.of()
                                : effective.settings().texts(SettingKey.ALLOWED_TYPES);
                        String name = owner.name() + "." + property.name();
                        ValueWalk.elements(property.type(), value)
                                .forEach(one ->
                                        found.add(new Reference(name, place, ((ContentReference) one).id(), allowed)));
                    }
                })
                .item(type, values);
        return found;
    }

    /** Looks all of them up at once, and says what is wrong. */
    static void check(
            List<Reference> references, Spared spared, ContentReads reads, TypeView types, Violations violations) {
        if (references.isEmpty()) {
            return;
        }
        Set<UUID> targets = new LinkedHashSet<>();
        references.forEach(reference -> targets.add(reference.target()));
        Map<UUID, StoredItem> there = reads.items(targets);
        for (Reference reference : references) {
            StoredItem target = there.get(reference.target());
            if (target == null && spared.missing().contains(reference.target())) {
                continue;
            }
            if (target != null && target.deleted() != null) {
                binned(reference, target, spared, violations);
            } else {
                checkTarget(reference, target, types, violations);
            }
        }
    }

    /** Looks at the types of targets that are there. */
    static void checkTypes(List<Reference> references, ContentReads reads, TypeView types, Violations violations) {
        Set<UUID> targets = new LinkedHashSet<>();
        references.forEach(reference -> targets.add(reference.target()));
        Map<UUID, StoredItem> there = targets.isEmpty() ? Map.of() : reads.items(targets);
        for (Reference reference : references) {
            StoredItem target = there.get(reference.target());
            if (target != null) {
                checkTarget(reference, target, types, violations);
            }
        }
    }

    /** @param target what is referred to, be it in the recycle bin; null where there is no such item */
    static void checkTarget(Reference reference, @Nullable StoredItem target, TypeView types, Violations violations) {
        if (target == null) {
            wrong(reference, "there is no item " + reference.target(), "exists", violations);
            return;
        }
        String type = types.type(target.type()).name();
        if (!reference.allowed().isEmpty() && !reference.allowed().contains(type)) {
            wrong(
                    reference,
                    "\"" + target.name() + "\" is of the type " + type + ", and allowed is "
                            + String.join(", ", reference.allowed()),
                    SettingKey.ALLOWED_TYPES.label(),
                    violations);
        }
    }

    private static void binned(Reference reference, StoredItem target, Spared spared, Violations violations) {
        Violations found = spared.binned() ? violations.standing() : violations;
        wrong(reference, "\"" + target.name() + "\" is in the recycle bin", "exists", found);
    }

    private static void wrong(Reference reference, String message, String rule, Violations violations) {
        violations.add(
                ProblemCode.WRONG_TARGET, reference.place(), reference.target().toString(), rule, message);
    }
}
