package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.staging.directory.ImportAction;
import dev.synchronizer.staging.directory.ImportPlan;
import dev.synchronizer.staging.directory.PlannedChange;
import java.util.List;

/**
 * What an import of a directory would do.
 *
 * @param all whether what is left as it is is listed too
 */
public record DirectoryPlanReport(ImportPlan plan, boolean all) implements Answer {
    private static final String FORMAT = "synchronizer-staging-import-plan/1";

    private List<PlannedChange> listed() {
        return all ? plan.all() : plan.changes();
    }

    @Override
    public String text(Style style) {
        StringBuilder text = new StringBuilder();
        if (!listed().isEmpty()) {
            Columns columns = new Columns("action", "path", "why");
            listed().forEach(change ->
                    columns.add(change.action().name(), PlainText.of(change.path()), PlainText.of(change.reason())));
            text.append(columns);
        }
        return text.append("%d to create, %d to update, %d to delete; nothing was written.\n"
                        .formatted(
                                plan.count(ImportAction.CREATE),
                                plan.count(ImportAction.UPDATE),
                                plan.count(ImportAction.DELETE)))
                .toString();
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            out.text("format", FORMAT);
            out.flag("committed", false);
            ChangeText.counts(plan, out);
            out.array("changes", listed(), change -> out.object(() -> ChangeText.members(change, out)));
            AdministrationJson.problems(plan.problems(), out);
        }));
    }
}
