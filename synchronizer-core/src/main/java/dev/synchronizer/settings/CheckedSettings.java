package dev.synchronizer.settings;

import dev.synchronizer.lookup.SettingOwner;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Settings that were checked against what they are to be saved for; only those without a problem are held. */
final class CheckedSettings {
    private final SettingOwner owner;
    private final Map<SettingKey, @Nullable SettingValue> values = new EnumMap<>(SettingKey.class);
    private final List<Problem> problems = new ArrayList<>();

    private CheckedSettings(SettingOwner owner) {
        this.owner = owner;
    }

    /** Settings that are to override what code says (E4, E5). */
    static CheckedSettings overriding(SettingOwner owner, NewSettings settings) {
        CheckedSettings checked = new CheckedSettings(owner);
        Instant outOfUse = owner.outOfUseSince();
        if (outOfUse != null) {
            checked.problems.add(SettingProblems.outOfUse(owner.address(), outOfUse));
            return checked;
        }
        settings.values().forEach(checked::check);
        return checked;
    }

    private void check(String label, NewSettings.NewValue given) {
        Address address = owner.address().withSetting(label);
        SettingKey key = SettingKey.byLabel(label);
        if (key == null || !key.appliesTo(owner.scope())) {
            problems.add(SettingProblems.unknownSetting(address, owner.scope()));
        } else if (!key.isOverridable()) {
            problems.add(SettingProblems.structural(address, owner));
        } else if (owner.isLocked(key)) {
            problems.add(SettingProblems.locked(address, owner));
        } else {
            int before = problems.size();
            SettingValue value = new ValueReader(address, key, problems::add).read(given);
            if (problems.size() == before) {
                values.put(key, value);
            }
        }
    }

    List<Problem> problems() {
        return problems;
    }

    /** Where they are saved. */
    List<Address> addresses() {
        return values.keySet().stream()
                .map(key -> owner.address().withSetting(key.label()))
                .toList();
    }

    boolean namesGroupOrRoles() {
        return values.containsKey(SettingKey.GROUP_NAME) || values.containsKey(SettingKey.ACCESS);
    }

    /** Warnings of groups and roles that nobody knows. */
    List<Problem> warnings(KnownNames known) {
        List<Problem> warnings = new ArrayList<>();
        values.forEach(
                (key, value) -> warnings.addAll(known.warnings(owner.address().withSetting(key.label()), key, value)));
        return warnings;
    }

    /** What saving them does to what is saved for the same type, sorted by address. */
    List<SavedSetting> over(List<SettingOverride> overrides, String actor, Instant now) {
        List<SavedSetting> saved = new ArrayList<>();
        values.forEach((key, value) -> {
            SettingOverride before = overrides.stream()
                    .filter(override -> override.ownerId() == owner.id()
                            && override.setting().equals(key.label()))
                    .findFirst()
                    .orElse(null);
            SettingOverride wanted = owner.override(key, value, actor, now);
            SettingValue effective = before == null
                    ? owner.defaultOf(key)
                    : StandingOverride.of(before, owner).effective();
            SettingOverride after = before != null && isSame(before, wanted) ? before : wanted;
            saved.add(new SavedSetting(owner.address().withSetting(key.label()), before, after, effective));
        });
        saved.sort(Comparator.comparing(SavedSetting::address));
        return saved;
    }

    /** Whoever saves the same thing again leaves who said it first, unless the default has moved since. */
    private static boolean isSame(SettingOverride before, SettingOverride wanted) {
        return Objects.equals(before.value(), wanted.value())
                && Objects.equals(before.defaultThen(), wanted.defaultThen());
    }
}
