package dev.synchronizer.settings;

import dev.synchronizer.model.Address;
import dev.synchronizer.model.Overlay;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Standing;
import dev.synchronizer.store.ChangeRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An override, and what would be without it.
 *
 * @param address the setting
 * @param override what is saved for it
 * @param standing what it is good for
 * @param effective what is effective with it; null where nothing is
 * @param defaultNow what would be effective without it; null where nothing would
 */
public record StandingOverride(
        Address address,
        SettingOverride override,
        Standing standing,
        @Nullable SettingValue effective,
        @Nullable SettingValue defaultNow) {

    static StandingOverride of(SettingOverride override, SettingOwner owner) {
        Address address = owner.address().withSetting(override.setting());
        Standing standing = standing(override, owner);
        SettingKey key = override.key();
        SettingValue defaultNow = key == null || standing == Standing.RESTING ? null : owner.defaultOf(key);
        return new StandingOverride(
                address, override, standing, standing.applies() ? override.value() : defaultNow, defaultNow);
    }

    private static Standing standing(SettingOverride override, SettingOwner owner) {
        return owner.outOfUseSince() == null
                ? Overlay.standing(override, owner.name(), owner.code())
                : Standing.RESTING;
    }

    ChangeRecord reverted(String actor, Instant at) {
        return new ChangeRecord(
                0,
                at,
                actor,
                ChangeRecord.Kind.REVERT,
                null,
                override.typeId(),
                address.type(),
                address.property(),
                address.setting(),
                SavedSetting.json(override),
                null);
    }
}
