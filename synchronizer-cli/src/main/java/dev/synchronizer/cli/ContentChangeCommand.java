package dev.synchronizer.cli;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.cli.render.ItemReport;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.Items;
import dev.synchronizer.problem.Problems;
import java.util.function.Function;
import picocli.CommandLine.Mixin;

/** A command that changes one item, and shows what it is then. */
abstract class ContentChangeCommand extends AdministrativeCommand {
    @Mixin
    private final SavingOptions saving = new SavingOptions();

    ContentChangeCommand(Context context) {
        super(context);
    }

    @Override
    final void configure(SynchronizerBuilder builder) {
        super.configure(builder);
        saving.configure(builder, this::wrongUsage);
    }

    @Override
    final String jsonFormat() {
        return ItemReport.FORMAT;
    }

    /** Does the work, and makes no database only to find nothing in it. */
    abstract Item change(Items items);

    /** What became of the item, in a sentence. */
    abstract String sentence(Item item);

    @Override
    final ExitCode run() {
        check();
        return change((Function<Synchronizer, ExitCode>) synchronizer -> {
            Item item = change(saving.items(synchronizer, saving(), context()));
            saving.tell(new ErrorOutput(surroundings()));
            return show(new ItemReport(item, synchronizer.transfer().line(item.id()), sentence(item)), Problems.none());
        });
    }

    /** Reads what the command line says, once: a file that it names may be a pipe. Nothing is opened before. */
    void check() {}
}
