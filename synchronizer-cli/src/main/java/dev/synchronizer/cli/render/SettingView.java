package dev.synchronizer.cli.render;

import dev.synchronizer.diff.Grade;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.plan.Effect;
import dev.synchronizer.plan.SettingPlan;
import org.jspecify.annotations.Nullable;

/** What reports show of a changed setting: its values as text, null where nothing is said. */
record SettingView(
        String name, @Nullable String from, @Nullable String to, Effect effect, Grade grade) {

    static SettingView of(SettingPlan setting) {
        return new SettingView(
                setting.change().key().label(),
                setting.change().from() == null ? null : setting.change().from().toString(),
                setting.change().to() == null ? null : setting.change().to().toString(),
                setting.effect(),
                setting.grade());
    }

    /** Whether its name alone says what it is now. */
    boolean isSwitchedOn() {
        SettingKey key = SettingKey.byLabel(name);
        return key != null && key.kind() == SettingKey.Kind.FLAG && "true".equals(to);
    }
}
