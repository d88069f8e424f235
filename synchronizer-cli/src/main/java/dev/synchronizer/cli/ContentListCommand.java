package dev.synchronizer.cli;

import dev.synchronizer.cli.render.Answer;
import dev.synchronizer.cli.render.ItemsReport;
import dev.synchronizer.content.ItemQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists items. */
@Command(
        name = "list",
        description = "Lists items in the order of their ids, which is that of their creation; the first twenty, or "
                + "with --all every one.",
        footer = {
            "  synchronizer content list",
            "  synchronizer content list Article --having teaser",
            "  synchronizer content list --bin --all"
        })
final class ContentListCommand extends QueryCommand {
    private static final int FIRST = 20;

    @Mixin
    private final ItemChoice choice = new ItemChoice();

    ContentListCommand(Context context) {
        super(context);
    }

    @Override
    Answer answer() {
        ItemQuery query = choice.query(this::wrongUsage);
        return require(synchronizer -> {
            choice.require(synchronizer.items());
            int limit = output().all() ? Integer.MAX_VALUE : FIRST;
            ItemsReport report = new ItemsReport();
            long shown = synchronizer.items().forEach(query.limit(limit), report::add);
            report.total(shown < limit ? shown : synchronizer.items().count(query));
            return report;
        });
    }
}
