package dev.synchronizer.settings;

import dev.synchronizer.model.Address;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Settings;
import dev.synchronizer.saving.Change;
import dev.synchronizer.saving.ChangeSet;
import dev.synchronizer.saving.ChangedPlace;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is different about a type or property of administrators. */
final class PartChanges {
    private PartChanges() {}

    /**
     * Compares.
     *
     * @param before what had been said of it; null where it is new
     * @param after what is said of it since; null where it goes
     * @param overrides what becomes of settings that are saved beside it
     */
    static ChangeSet of(Address address, @Nullable Settings before, @Nullable Settings after, List<Change> overrides) {
        List<Change> changes = new ArrayList<>();
        String name = address.property() == null ? address.type() : address.property();
        ChangeSet.at(ChangedPlace.NAME, before == null ? null : name, after == null ? null : name)
                .ifPresent(changes::add);
        Map<SettingKey, SettingValue> from = said(before);
        Map<SettingKey, SettingValue> to = said(after);
        Set<SettingKey> keys = EnumSet.noneOf(SettingKey.class);
        keys.addAll(from.keySet());
        keys.addAll(to.keySet());
        for (SettingKey key : keys) {
            ChangeSet.at(ChangedPlace.setting(key.label()), plain(from.get(key)), plain(to.get(key)))
                    .ifPresent(changes::add);
        }
        return ChangeSet.of(changes).and(overrides);
    }

    /** An override that goes with what it is of. */
    static Change removed(StandingOverride override) {
        return new Change(
                ChangedPlace.setting(override.override().setting()),
                Change.Kind.REMOVED,
                SavedSetting.plain(override.override().value()),
                Optional.empty());
    }

    private static Map<SettingKey, SettingValue> said(@Nullable Settings settings) {
        return settings == null ? Map.of() : settings.asMap();
    }

    private static @Nullable Object plain(@Nullable SettingValue value) {
        return value == null ? null : value.plain();
    }
}
