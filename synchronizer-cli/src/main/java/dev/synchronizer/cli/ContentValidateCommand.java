package dev.synchronizer.cli;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.cli.render.InvalidItemsReport;
import dev.synchronizer.content.FixedItem;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.ItemValidation;
import dev.synchronizer.content.Items;
import dev.synchronizer.problem.Problems;
import java.util.function.Function;
import java.util.function.LongConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Holds items against their types. */
@Command(
        name = "validate",
        description = "Holds items against their types as they are today, and lists those that the next save would not "
                + "let through, errors that it would keep or that are kept already, and what --fix would do about them; "
                + "with --all every one of them, and what is less than an error too.",
        footer = {
            "  synchronizer content validate",
            "  synchronizer content validate Article --format json",
            "  synchronizer content validate --fix --all"
        })
final class ContentValidateCommand extends AdministrativeCommand {
    private static final int FIRST = 20;

    @Mixin
    private final ItemChoice choice = new ItemChoice();

    @Option(
            names = "--fix",
            fallbackValue = "true",
            description =
                    "Do what validators offer to do about items, each in a save of its own, and list what changed.")
    private boolean fix;

    @Mixin
    private final SavingOptions saving = new SavingOptions();

    ContentValidateCommand(Context context) {
        super(context);
    }

    @Override
    void showRefusal(Problems problems) {
        // What is refused as a whole says nothing of items.
    }

    @Override
    String jsonFormat() {
        return InvalidItemsReport.FORMAT;
    }

    @Override
    void configure(SynchronizerBuilder builder) {
        super.configure(builder);
        saving.configure(builder, this::wrongUsage);
    }

    @Override
    ExitCode run() {
        ItemQuery query = choice.query(this::wrongUsage);
        InvalidItemsReport report = new InvalidItemsReport(output().all() ? Integer.MAX_VALUE : FIRST, fix);
        Function<Synchronizer, ExitCode> work = synchronizer -> {
            Items items = fix
                    ? saving.items(synchronizer, saving(), context())
                    : synchronizer.items().with(saving.looking(saving()));
            choice.require(items);
            try (ConsoleProgress progress = progress()) {
                report.lookedAt(look(query, items.validation(), report, progress));
            } catch (Throwable e) {
                showFixed(report);
                throw e;
            }
            show(report);
            return report.isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
        };
        return fix ? change(work) : require(work);
    }

    /** What is mended stays so, whatever ends the command. */
    private void showFixed(InvalidItemsReport report) {
        if (report.hasFixed()) {
            report.brokeOff();
            show(report);
        }
    }

    private long look(ItemQuery query, ItemValidation items, InvalidItemsReport report, ConsoleProgress progress) {
        LongConsumer looked = number -> progress.counted("Items looked at", number);
        return fix
                ? items.fix(database().actor(), query, item -> add(item, report), looked)
                : items.examine(query, report::add, looked);
    }

    /** What is found is told with each item, for there may be very many of them. */
    private void add(FixedItem item, InvalidItemsReport report) {
        report.add(item);
        if (item.fixed().isEmpty()) {
            saving.forget();
        } else {
            saving.tell(new ErrorOutput(surroundings()));
        }
    }
}
