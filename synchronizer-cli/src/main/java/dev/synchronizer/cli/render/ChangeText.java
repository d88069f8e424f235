package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.staging.directory.ImportAction;
import dev.synchronizer.staging.directory.ImportPlan;
import dev.synchronizer.staging.directory.PlannedChange;

/** The phrases and members that answers about imports of directories have in common. */
final class ChangeText {
    private ChangeText() {}

    static void members(PlannedChange change, JsonOut out) {
        out.text("path", change.path());
        out.text("key", change.key().map(Object::toString).orElse(null));
        out.text("action", change.action().name());
        out.text("reason", change.reason());
    }

    static void counts(ImportPlan plan, JsonOut out) {
        out.number("creates", plan.count(ImportAction.CREATE));
        out.number("updates", plan.count(ImportAction.UPDATE));
        out.number("deletes", plan.count(ImportAction.DELETE));
    }
}
