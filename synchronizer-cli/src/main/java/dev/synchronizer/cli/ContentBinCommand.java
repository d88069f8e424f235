package dev.synchronizer.cli;

import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.cli.render.BinReport;
import dev.synchronizer.content.Items;
import dev.synchronizer.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A command that puts items into the recycle bin, or takes them out of it: all that are named, or none. */
abstract class ContentBinCommand extends AdministrativeCommand {
    @Parameters(paramLabel = "ITEM", arity = "1..*", description = "The ids of the items.")
    private List<UUID> ids = new ArrayList<>();

    @Mixin
    private final SavingOptions saving = new SavingOptions();

    ContentBinCommand(Context context) {
        super(context);
    }

    @Override
    final void configure(SynchronizerBuilder builder) {
        super.configure(builder);
        saving.configure(builder, this::wrongUsage);
    }

    @Override
    final String jsonFormat() {
        return BinReport.FORMAT;
    }

    /** Does it, and says how many items went with each. */
    abstract Map<UUID, Integer> change(Items items, List<UUID> ids);

    /** What became of them, as the end of a sentence. */
    abstract String deed();

    @Override
    final ExitCode run() {
        Map<UUID, Integer> changed =
                change(synchronizer -> change(saving.items(synchronizer, saving(), context()), ids));
        saving.tell(new ErrorOutput(surroundings()));
        return show(new BinReport(changed, deed()), Problems.none());
    }
}
