package dev.synchronizer.settings;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.ModelJson;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.saving.Change;
import dev.synchronizer.saving.ChangedPlace;
import dev.synchronizer.store.ChangeRecord;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One setting that was to be saved.
 *
 * @param address the setting
 * @param before what had been saved for it, or null where nothing had
 * @param after what is saved for it; the same as before where that said the same already
 * @param effectiveBefore what was effective; null where nothing was
 */
public record SavedSetting(
        Address address,
        @Nullable SettingOverride before,
        SettingOverride after,
        @Nullable SettingValue effectiveBefore) {

    /** What is effective since; null where nothing is. */
    public @Nullable SettingValue effectiveAfter() {
        return after.value();
    }

    /** The type or property that it is of. */
    Address owner() {
        return new Address(address.type(), address.property(), null);
    }

    /** Whether a row was written for it. */
    public boolean isChange() {
        return !after.equals(before);
    }

    /** What is saved, in place of what was; the same where only the default has moved since. */
    Change change() {
        return new Change(
                ChangedPlace.setting(after.setting()),
                before == null ? Change.Kind.ADDED : Change.Kind.CHANGED,
                before == null ? Optional.empty() : plain(before.value()),
                plain(after.value()));
    }

    static Optional<Object> plain(@Nullable SettingValue value) {
        return Optional.ofNullable(value).map(SettingValue::plain);
    }

    ChangeRecord record() {
        return new ChangeRecord(
                0,
                after.savedAt(),
                after.savedBy(),
                ChangeRecord.Kind.SET,
                null,
                after.typeId(),
                address.type(),
                address.property(),
                address.setting(),
                before == null ? null : json(before),
                json(after));
    }

    /** Overrides with others in the places of those that have the same owners and settings. */
    static List<SettingOverride> over(List<SettingOverride> overrides, List<SettingOverride> saved) {
        Stream<SettingOverride> others = overrides.stream()
                .filter(override -> saved.stream()
                        .noneMatch(other -> other.ownerId() == override.ownerId()
                                && other.setting().equals(override.setting())));
        return Stream.concat(others, saved.stream()).toList();
    }

    static String json(SettingOverride override) {
        return JsonOut.compact(out -> ModelJson.writeValue(override.value(), out));
    }
}
