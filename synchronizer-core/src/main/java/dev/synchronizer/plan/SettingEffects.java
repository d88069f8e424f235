package dev.synchronizer.plan;

import dev.synchronizer.diff.Grade;
import dev.synchronizer.diff.SettingChange;
import dev.synchronizer.model.Overlay;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says of changed code defaults what they do to people, who may have saved something else (C6). */
final class SettingEffects {
    private final SavedOverrides saved;
    private final Usage usage;

    SettingEffects(SavedOverrides saved, Usage usage) {
        this.saved = saved;
        this.usage = usage;
    }

    /**
     * Of one type or property.
     *
     * @param said what is said of it
     * @param ownerId its id, or null where it is not stored yet
     * @param name its name after the run
     */
    List<SettingPlan> of(SaidDifferently said, @Nullable Long ownerId, String name) {
        return said.changes().stream()
                .map(change -> of(change, ownerId, name, said.after()))
                .toList();
    }

    private SettingPlan of(SettingChange change, @Nullable Long ownerId, String name, Settings said) {
        SettingOverride override = ownerId == null ? null : saved.find(ownerId, change.key());
        Effect effect = override == null ? Effect.EFFECTIVE : effect(override, name, said);
        return new SettingPlan(change, effect, effect == Effect.EFFECTIVE ? null : override, grade(change.grade()));
    }

    /** An override that does not apply hides nothing. */
    private static Effect effect(SettingOverride override, String name, Settings said) {
        return switch (Overlay.standing(override, name, said)) {
            case EFFECTIVE -> Effect.MASKED;
            case REDUNDANT -> Effect.REDUNDANT;
            case LOCKED, RESTING, UNKNOWN -> Effect.EFFECTIVE;
        };
    }

    /** Where there is no content, no change can concern any (C5). */
    Grade grade(Grade worst) {
        return usage == Usage.NONE ? Grade.COMPATIBLE : worst;
    }
}
