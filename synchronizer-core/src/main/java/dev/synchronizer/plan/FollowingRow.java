package dev.synchronizer.plan;

import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator made and a run changes for no other reason than that it refers to a type that is renamed.
 *
 * @param type the type as stored
 * @param property the property as stored, or null where it is the type itself
 * @param settings the settings in the row after the run
 */
public record FollowingRow(StoredType type, @Nullable StoredProperty property, Settings settings) {

    static List<FollowingRow> find(StoredModel stored, List<TypePlan> types, ReferenceRenaming renaming) {
        if (renaming.isEmpty()) {
            return List.of();
        }
        Set<Long> written = written(types);
        List<FollowingRow> rows = new ArrayList<>();
        for (StoredType type : stored.types()) {
            if (!written.contains(type.id())) {
                add(type, null, type.ownSettings(), renaming, rows);
            }
            type.properties().stream()
                    .filter(property -> !written.contains(property.id()))
                    .forEach(property -> add(type, property, property.ownSettings(), renaming, rows));
        }
        return rows;
    }

    private static Set<Long> written(List<TypePlan> types) {
        Set<Long> ids = new HashSet<>();
        for (TypePlan type : types) {
            if (type.diff().stored() != null && type.writesRow()) {
                ids.add(type.diff().stored().id());
            }
            for (PropertyPlan property : type.properties()) {
                if (property.diff().stored() != null && property.writesRow()) {
                    ids.add(property.diff().stored().id());
                }
            }
        }
        return ids;
    }

    private static void add(
            StoredType type,
            @Nullable StoredProperty property,
            Settings before,
            ReferenceRenaming renaming,
            List<FollowingRow> rows) {
        Settings after = renaming.apply(before);
        if (!after.equals(before)) {
            rows.add(new FollowingRow(type, property, after));
        }
    }

    /** The settings in the row before the run. */
    public Settings settingsBefore() {
        return property == null ? type.ownSettings() : property.ownSettings();
    }

    /** The settings that change, in their order. */
    public List<SettingKey> changed() {
        List<SettingKey> changed = new ArrayList<>();
        settings.forEach((key, value) -> {
            if (!value.equals(settingsBefore().get(key))) {
                changed.add(key);
            }
        });
        return changed;
    }

    /** Where it is, such as {@code Banner.teaser}. */
    public String address() {
        return property == null ? type.name() : type.name() + "." + property.name();
    }
}
