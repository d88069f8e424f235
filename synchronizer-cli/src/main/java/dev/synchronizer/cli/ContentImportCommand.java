package dev.synchronizer.cli;

import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.cli.render.ImportAnswer;
import dev.synchronizer.saving.SaveOrigin;
import dev.synchronizer.transfer.ImportOptions;
import dev.synchronizer.transfer.ImportReport;
import dev.synchronizer.transfer.InvalidImportException;
import dev.synchronizer.transfer.ItemTransfer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads items from lines of JSON. */
@Command(
        name = "import",
        description = "Reads items from lines of JSON as export writes them: all of them or none.",
        footer = {
            "  synchronizer content import items.jsonl",
            "  synchronizer content import items.jsonl --continue-on-error"
        })
final class ContentImportCommand extends AdministrativeCommand {
    private static final String STANDARD_INPUT = "-";

    @Parameters(paramLabel = "FILE", description = "The file, in UTF-8; - is standard input.")
    private String file = "";

    @Option(
            names = "--continue-on-error",
            fallbackValue = "true",
            description = "Leave out the lines that are wrong, each with its reason, and keep all others.")
    private boolean continueOnError;

    @Mixin
    private final SavingOptions saving = new SavingOptions();

    ContentImportCommand(Context context) {
        super(context);
    }

    @Override
    void configure(SynchronizerBuilder builder) {
        super.configure(builder);
        saving.configure(builder, this::wrongUsage);
    }

    @Override
    String jsonFormat() {
        return ImportAnswer.FORMAT;
    }

    @Override
    ExitCode run() {
        try {
            return answer(imported());
        } catch (InvalidImportException e) {
            showRefusal(e.problems());
            new ErrorOutput(surroundings()).print(e.problems());
            return ExitCode.REFUSED;
        }
    }

    private ExitCode answer(ImportReport report) {
        show(new ImportAnswer(report), report.problems());
        ErrorOutput errors = new ErrorOutput(surroundings());
        report.findings()
                .forEach(each ->
                        errors.print("line " + each.line() + ": " + each.item().type(), each.finding()));
        return report.left() == 0 ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private ImportReport imported() {
        return change(synchronizer -> {
            try (InputStream stream = open();
                    ConsoleProgress progress = progress()) {
                return read(
                        synchronizer.transfer().with(saving.over(saving().from(SaveOrigin.IMPORT), context())),
                        stream,
                        progress);
            } catch (IOException e) {
                throw InputFile.unreadable(file, e);
            } catch (UncheckedIOException e) {
                throw InputFile.unreadable(file, Objects.requireNonNull(e.getCause()));
            }
        });
    }

    private ImportReport read(ItemTransfer transfer, InputStream stream, ConsoleProgress progress) {
        ImportOptions options = ImportOptions.allOrNothing()
                .withContinueOnError(continueOnError)
                .withProgress(number -> progress.counted("Lines read", number));
        return transfer.importFrom(database().actor(), stream, options);
    }

    private InputStream open() throws IOException {
        return file.equals(STANDARD_INPUT) ? surroundings().in() : Files.newInputStream(InputFile.of(file));
    }
}
