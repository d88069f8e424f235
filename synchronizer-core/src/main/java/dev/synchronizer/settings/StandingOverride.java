package dev.synchronizer.settings;

import dev.synchronizer.lookup.SettingOwner;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Standing;
import dev.synchronizer.saving.Change;
import dev.synchronizer.saving.ChangedPlace;
import dev.synchronizer.store.ChangeRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An override, and what would be without it.
 *
 * @param address the setting
 * @param override what is saved for it
 * @param standing what it is good for
 * @param effective what is effective with it, or, where it does not apply, the default; null where that is no value
 * @param defaultNow the default now, of what is out of use as code last said it; null where that is no value
 */
public record StandingOverride(
        Address address,
        SettingOverride override,
        Standing standing,
        @Nullable SettingValue effective,
        @Nullable SettingValue defaultNow) {

    static StandingOverride of(SettingOverride override, SettingOwner owner) {
        Address address = owner.address().withSetting(override.setting());
        Standing standing = owner.standing(override);
        SettingKey key = override.key();
        SettingValue defaultNow = key == null ? null : owner.defaultOf(key);
        SettingValue effective = standing.applies() ? override.value() : defaultNow;
        return new StandingOverride(address, override, standing, effective, defaultNow);
    }

    /** The type or property that it is of. */
    Address owner() {
        return new Address(address.type(), address.property(), null);
    }

    /** What is effective again, in place of what was saved. */
    Change reset() {
        return new Change(
                ChangedPlace.setting(override.setting()),
                Change.Kind.RESET,
                SavedSetting.plain(override.value()),
                SavedSetting.plain(defaultNow));
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
