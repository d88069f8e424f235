package dev.synchronizer.cli.render;

import dev.synchronizer.model.SettingKey;
import dev.synchronizer.plan.FollowingRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What reports show of a setting, said by an administrator, that follows the rename of a type. */
record FollowingView(
        String address,
        String setting,
        @Nullable String from,
        @Nullable String to) {

    static List<FollowingView> of(FollowingRow row) {
        return row.changed().stream().map(key -> of(row, key)).toList();
    }

    private static FollowingView of(FollowingRow row, SettingKey key) {
        return new FollowingView(
                row.address(),
                key.label(),
                String.valueOf(row.settingsBefore().get(key)),
                String.valueOf(row.settings().get(key)));
    }

    String phrase(String arrow) {
        return "%s follows a rename: %s: %s %s %s"
                .formatted(address, setting, Words.value(from), arrow, Words.value(to));
    }
}
