package dev.synchronizer.cli;

import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.Items;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.ItemFilter.Bin;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which items a command is about. */
final class ItemChoice {
    @Parameters(paramLabel = "TYPE", arity = "0..*", description = "Types; all if left out.")
    private List<String> types = new ArrayList<>();

    @Option(
            names = "--having",
            paramLabel = "PROPERTY",
            split = ",",
            description = "Only those with a value of this property, be it one that code no longer declares; needs one "
                    + "TYPE.")
    private List<String> having = new ArrayList<>();

    @Option(names = "--parent", paramLabel = "ITEM", description = "Only those that stand below this item at once.")
    private @Nullable UUID parent;

    @Option(names = "--bin", fallbackValue = "true", description = "Those in the recycle bin instead of those outside.")
    private boolean bin;

    /** @throws ProblemsException if items are wanted that stand below one that is not there */
    void require(Items items) {
        if (parent != null) {
            items.get(parent);
        }
    }

    ItemQuery query(Function<String, RuntimeException> failure) {
        if (!having.isEmpty() && types.size() != 1) {
            throw failure.apply("--having needs exactly one TYPE that has the property");
        }
        ItemQuery query = ItemQuery.all().withTypes(types).in(bin ? Bin.INSIDE : Bin.OUTSIDE);
        for (String property : having) {
            query = query.having(property);
        }
        return parent == null ? query : query.below(parent);
    }
}
