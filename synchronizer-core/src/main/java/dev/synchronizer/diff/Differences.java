package dev.synchronizer.diff;

import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects in what something declared differs from what is stored of it. */
final class Differences {
    private final List<Reason> reasons = new ArrayList<>();
    private final List<SettingChange> changes = new ArrayList<>();

    void add(Reason reason) {
        reasons.add(reason);
    }

    /** A difference that concerns no stored item or value. */
    void add(Reason reason, SettingKey key, @Nullable String from, String to) {
        add(reason, key, from, to, Grade.COMPATIBLE);
    }

    void add(Reason reason, SettingKey key, @Nullable String from, String to, Grade grade) {
        reasons.add(reason);
        changes.add(new SettingChange(key, from == null ? null : SettingValue.of(from), SettingValue.of(to), grade));
    }

    void addSettings(List<SettingChange> changed) {
        if (!changed.isEmpty()) {
            reasons.add(Reason.SETTINGS_CHANGED);
            changes.addAll(changed);
        }
    }

    List<Reason> reasons() {
        return reasons;
    }

    List<SettingChange> changes() {
        return changes;
    }

    ChangeState state() {
        if (reasons.stream().anyMatch(Reason::isConflict)) {
            return ChangeState.CONFLICT;
        }
        return reasons.isEmpty() ? ChangeState.IDENTICAL : ChangeState.UPDATED;
    }
}
