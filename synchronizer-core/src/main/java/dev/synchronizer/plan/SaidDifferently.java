package dev.synchronizer.plan;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.Grade;
import dev.synchronizer.diff.PropertyDiff;
import dev.synchronizer.diff.SettingChange;
import dev.synchronizer.diff.TypeDiff;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.Settings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a type or property after a run, and in what that differs from before: by code, or by the
 * administrators to whom it goes back and whose row tells.
 *
 * @param changes the settings that differ
 * @param after all that is said after the run
 */
record SaidDifferently(List<SettingChange> changes, Settings after) {
    static SaidDifferently of(TypeDiff diff, OwnSettings own) {
        if (diff.before() != null && diff.stored() != null && diff.goesToAdministrators()) {
            Settings returned = own.ofReturned(diff.stored(), diff.before());
            return between(diff.before().settings(), returned, SettingKey.Scope.TYPE);
        }
        return byCode(
                diff.settings(), diff.after() == null ? null : diff.after().settings());
    }

    /** Of a property; what rests with an orphaned type does nothing to anybody. */
    static SaidDifferently of(TypeDiff type, PropertyDiff diff, OwnSettings own) {
        boolean inUse = type.state() != ChangeState.ORPHANED;
        if (inUse && diff.before() != null && diff.stored() != null && diff.goesToAdministrators()) {
            Settings returned = own.ofReturned(diff.stored(), diff.before()).without(SettingKey.DATA_TYPE);
            return between(diff.before().settings(), returned, SettingKey.Scope.PROPERTY);
        }
        return byCode(
                diff.settings(), diff.after() == null ? null : diff.after().settings());
    }

    private static SaidDifferently byCode(List<SettingChange> changes, @Nullable Settings after) {
        return new SaidDifferently(changes, after == null ? Settings.none() : after);
    }

    private static SaidDifferently between(Settings before, Settings after, SettingKey.Scope scope) {
        return new SaidDifferently(SettingChange.between(before, after, scope), after);
    }

    /** The gravest of the changes. */
    Grade grade() {
        return changes.stream().map(SettingChange::grade).reduce(Grade.COMPATIBLE, Grade::and);
    }
}
