package dev.synchronizer.cli;

import dev.synchronizer.cli.render.Answer;
import dev.synchronizer.cli.render.ItemsReport;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import java.util.List;
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
            List<Item> items = synchronizer.items().list(query.limit(limit));
            long total =
                    items.size() < limit ? items.size() : synchronizer.items().count(query);
            return new ItemsReport(items, total);
        });
    }
}
