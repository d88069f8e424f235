package dev.synchronizer.diff;

import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares what code says with what it said, setting by setting, under the names that types have now. */
final class SettingComparison {
    private final Map<String, String> renames;

    SettingComparison(Map<String, String> renames) {
        this.renames = renames;
    }

    /** All that is said of something that did not exist before. */
    List<SettingChange> created(Settings after) {
        List<SettingChange> changes = new ArrayList<>();
        after.forEach((key, value) -> changes.add(new SettingChange(key, null, value, Grade.COMPATIBLE)));
        return changes;
    }

    List<SettingChange> changed(Settings before, Settings after, SettingKey.Scope scope) {
        if (before.equals(after)) {
            return List.of();
        }
        List<SettingChange> changes = new ArrayList<>();
        for (SettingKey key : SettingKey.values()) {
            if (key.appliesTo(scope)) {
                SettingValue from = renamed(key, before.get(key));
                SettingValue to = after.get(key);
                if (from == null ? to != null : !from.equals(to)) {
                    changes.add(new SettingChange(key, from, to, Grading.of(key, scope, from, to)));
                }
            }
        }
        return changes;
    }

    private @Nullable SettingValue renamed(SettingKey key, @Nullable SettingValue value) {
        boolean namesTypes = key == SettingKey.ALLOWED_TYPES
                || key == SettingKey.ALLOWED_PARENTS
                || key == SettingKey.ALLOWED_CHILDREN;
        if (!namesTypes || renames.isEmpty() || !(value instanceof SettingValue.Texts types)) {
            return value;
        }
        return SettingValue.set(types.values().stream()
                .map(name -> renames.getOrDefault(name, name))
                .toList());
    }

    /** The data type as it reads since the embedded type was renamed. */
    PropertyType renamed(PropertyType type) {
        String block = type.blockType();
        return block == null ? type : type.withBlockType(renames.getOrDefault(block, block));
    }
}
