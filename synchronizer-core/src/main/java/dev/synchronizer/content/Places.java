package dev.synchronizer.content;

import dev.synchronizer.catalog.EffectiveType;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.StoredItem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where items of a type may stand: below items that are there, of types that allow each other. */
final class Places {
    private static final String PARENT = "parent";

    private Places() {}

    /** Looks the parent up, and keeps others from deleting it meanwhile. */
    static void check(
            ItemType type,
            @Nullable UUID parent,
            ContentTransaction transaction,
            TypeView types,
            Violations violations) {
        if (parent == null) {
            judge(type, (StoredItem) null, types, violations);
            return;
        }
        List<StoredItem> found = transaction.lockItems(List.of(parent));
        if (found.isEmpty()) {
            wrong("there is no item " + parent + " that it could stand below", PARENT, violations);
        } else {
            judge(type, found.get(0), types, violations);
        }
    }

    /** @param parent the item that it stands below; null where it stands below none */
    static void judge(ItemType type, @Nullable StoredItem parent, TypeView types, Violations violations) {
        if (parent == null) {
            judge(type, (ItemType) null, "", violations);
        } else if (parent.deleted() != null) {
            wrong(parent.named() + " is in the recycle bin", PARENT, violations);
        } else {
            judge(type, types.type(parent.type()), parent.named(), violations);
        }
    }

    private static void judge(ItemType type, @Nullable ItemType above, String parent, Violations violations) {
        List<String> parents = texts(type, SettingKey.ALLOWED_PARENTS);
        if (!parents.isEmpty() && (above == null || !parents.contains(above.name()))) {
            String place = above == null ? "it stands below none" : parent + " is of the type " + above.name();
            wrong(
                    place + ", and items of the type " + type.name() + " stand below those of the type "
                            + String.join(", ", parents),
                    SettingKey.ALLOWED_PARENTS.label(),
                    violations);
        }
        List<String> children = above == null ? List.of() : texts(above, SettingKey.ALLOWED_CHILDREN);
        if (above != null && !children.isEmpty() && !children.contains(type.name())) {
            wrong(
                    "below " + parent + " stand items of the type " + String.join(", ", children),
                    SettingKey.ALLOWED_CHILDREN.label(),
                    violations);
        }
    }

    private static List<String> texts(ItemType type, SettingKey key) {
        EffectiveType effective = type.effective();
        return effective == null ? List.of() : effective.settings().texts(key);
    }

    private static void wrong(String message, String rule, Violations violations) {
        violations.add(ProblemCode.WRONG_PLACE, rule, message, ProblemCode.WRONG_PLACE.fix());
    }
}
