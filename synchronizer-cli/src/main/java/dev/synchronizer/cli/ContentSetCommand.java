package dev.synchronizer.cli;

import static dev.synchronizer.problem.ProblemCode.ITEM_CHANGED;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.Items;
import dev.synchronizer.problem.ProblemsException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes what an item holds. */
@Command(
        name = "set",
        description = "Changes values of an item, all of them or none.",
        footer = {
            "  synchronizer content set 0197f1de-3c5a-7b1e-9a44-51c4e2a90f3b teaser=Now",
            "  synchronizer content set 0197f1de-3c5a-7b1e-9a44-51c4e2a90f3b --clear phone"
        })
final class ContentSetCommand extends ContentChangeCommand {
    /** Each that fails is one by which somebody else got on. */
    private static final int MOST_ATTEMPTS = 100;

    @Parameters(index = "0", paramLabel = "ITEM", description = "The item's id.")
    private UUID id = new UUID(0, 0);

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "property=value",
            description = "What it is to hold; property[de]=value in a language.")
    private List<String> assignments = new ArrayList<>();

    @Option(
            names = "--clear",
            paramLabel = "PROPERTY",
            split = ",",
            description = "Properties that are to have no value, in any language; property[de] in that one alone. It "
                    + "may be one that code no longer declares.")
    private List<String> cleared = new ArrayList<>();

    @Option(
            names = "--revision",
            paramLabel = "NUMBER",
            converter = RevisionNumber.class,
            description = "Save only on top of this revision; on top of whatever there is, if left out.")
    private @Nullable Long revision;

    @Mixin
    private final ItemValueOptions more = new ItemValueOptions();

    private ItemAssignments given = new ItemAssignments(this::wrongUsage);
    private long revisionBefore;

    ContentSetCommand(Context context) {
        super(context);
    }

    @Override
    void check() {
        given = more.read(assignments, this::wrongUsage);
        given.clear(cleared);
        if (given.isEmpty()) {
            throw wrongUsage("property=value is missing");
        }
    }

    @Override
    Item change(Items items) {
        for (int attempt = 1; ; attempt++) {
            try {
                return save(items);
            } catch (ProblemsException e) {
                boolean isOvertaken = e.problems().stream().anyMatch(problem -> problem.code() == ITEM_CHANGED);
                if (revision != null || !isOvertaken || attempt == MOST_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private Item save(Items items) {
        Item before = items.get(id);
        revisionBefore = before.revision();
        Item changed = items.edit(before, given.texts(), given.cleared());
        return items.save(database().actor(), revision == null ? changed : changed.atRevision(revision));
    }

    @Override
    String sentence(Item item) {
        return item.revision() == revisionBefore ? "Nothing to do." : "Saved as revision " + item.revision() + ".";
    }
}
