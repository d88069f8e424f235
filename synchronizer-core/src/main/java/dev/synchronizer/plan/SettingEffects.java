package dev.synchronizer.plan;

import dev.synchronizer.diff.PropertyDiff;
import dev.synchronizer.diff.SettingChange;
import dev.synchronizer.diff.TypeDiff;
import dev.synchronizer.model.Overlay;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.Settings;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Says of changed code defaults what they do to people, who may have saved something else (C6). */
final class SettingEffects {
    private final SavedOverrides saved;
    private final Concerns concerns;

    SettingEffects(SavedOverrides saved, Concerns concerns) {
        this.saved = saved;
        this.concerns = concerns;
    }

    /** Of one type. */
    List<SettingPlan> of(TypeDiff type, SaidDifferently said) {
        Long id = type.stored() == null ? null : type.stored().id();
        return said.changes().stream()
                .map(change -> of(change, id, type.name(), said.after(), () -> concerns.ofSetting(type, change)))
                .toList();
    }

    /** Of one property. */
    List<SettingPlan> of(TypeDiff type, PropertyDiff property, SaidDifferently said) {
        Long id = property.stored() == null ? null : property.stored().id();
        return said.changes().stream()
                .map(change ->
                        of(change, id, property.name(), said.after(), () -> concerns.ofSetting(type, property, change)))
                .toList();
    }

    /** What nobody sees concerns nobody. */
    private SettingPlan of(
            SettingChange change, @Nullable Long ownerId, String name, Settings said, Supplier<Concern> concern) {
        SettingOverride override = ownerId == null ? null : saved.find(ownerId, change.key());
        Effect effect = override == null ? Effect.EFFECTIVE : effect(override, name, said);
        return effect == Effect.EFFECTIVE
                ? new SettingPlan(change, effect, null, concern.get())
                : new SettingPlan(change, effect, override, Concern.NONE);
    }

    /** An override that does not apply hides nothing. */
    private static Effect effect(SettingOverride override, String name, Settings said) {
        return switch (Overlay.standing(override, name, said)) {
            case EFFECTIVE -> Effect.MASKED;
            case REDUNDANT -> Effect.REDUNDANT;
            case LOCKED, RESTING, UNKNOWN -> Effect.EFFECTIVE;
        };
    }
}
