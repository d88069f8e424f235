package dev.synchronizer.cli.render;

import dev.synchronizer.diff.Grade;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.plan.Effect;
import dev.synchronizer.plan.SettingPlan;
import org.jspecify.annotations.Nullable;

/**
 * What reports show of a changed setting: its values as text, null where nothing is said.
 *
 * @param saved what an administrator saved, where that hides the change or says the same
 */
record SettingView(
        String name,
        @Nullable String from,
        @Nullable String to,
        Effect effect,
        @Nullable SavedView saved,
        Grade grade,
        ConcernView concern) {

    static SettingView of(SettingPlan setting) {
        return new SettingView(
                setting.change().key().label(),
                setting.change().from() == null ? null : setting.change().from().toString(),
                setting.change().to() == null ? null : setting.change().to().toString(),
                setting.effect(),
                setting.override() == null ? null : SavedView.of(setting.override()),
                setting.grade(),
                ConcernView.of(setting.concern()));
    }

    /** What the change does to people, where that is not just that they see it. */
    @Nullable
    String unusualEffect() {
        if (effect == Effect.EFFECTIVE || saved == null) {
            return effect == Effect.EFFECTIVE ? null : effect.label();
        }
        return effect == Effect.MASKED
                ? "masked: %s stays, saved by %s since %s".formatted(saved.words(), saved.by(), saved.at())
                : "redundant: %s saved the same, since %s".formatted(saved.by(), saved.at());
    }

    /** Whether its name alone says what it is now. */
    boolean isSwitchedOn() {
        SettingKey key = SettingKey.byLabel(name);
        return key != null && key.kind() == SettingKey.Kind.FLAG && "true".equals(to);
    }
}
