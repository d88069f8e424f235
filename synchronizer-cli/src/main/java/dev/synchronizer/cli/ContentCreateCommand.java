package dev.synchronizer.cli;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes an item. */
@Command(
        name = "create",
        description = "Makes an item of a type. Texts, numbers, dates and the like are written as they are; lists, "
                + "sets and embedded blocks as JSON.",
        footer = {
            "  synchronizer content create Article Opening teaser=Soon",
            "  synchronizer content create Article Opening 'title[de]=Bald' 'tags=[\"art\"]'",
            "  synchronizer content create Article Opening --file body=opening.html"
        })
final class ContentCreateCommand extends ContentChangeCommand {
    @Parameters(index = "0", paramLabel = "TYPE", description = "The type.")
    private String type = "";

    @Parameters(index = "1", paramLabel = "NAME", description = "The item's name.")
    private String name = "";

    @Parameters(
            index = "2..*",
            arity = "0..*",
            paramLabel = "property=value",
            description = "What it is to hold; property[de]=value in a language.")
    private List<String> assignments = new ArrayList<>();

    @Option(names = "--parent", paramLabel = "ITEM", description = "The id of the item that it is to stand below.")
    private @Nullable UUID parent;

    @Mixin
    private final ItemValueOptions more = new ItemValueOptions();

    private ItemAssignments given = new ItemAssignments(this::wrongUsage);

    ContentCreateCommand(Context context) {
        super(context);
    }

    @Override
    void check() {
        given = more.read(assignments, this::wrongUsage);
    }

    @Override
    Item change(Items items) {
        return items.create(database().actor(), NewItem.of(type, name).below(parent), given.texts());
    }

    @Override
    String sentence(Item item) {
        return "Created.";
    }
}
