package dev.synchronizer.cli;

import dev.synchronizer.cli.render.ImportAnswer;
import dev.synchronizer.content.ImportOptions;
import dev.synchronizer.content.ImportReport;
import dev.synchronizer.content.Items;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
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

    ContentImportCommand(Context context) {
        super(context);
    }

    @Override
    String jsonFormat() {
        return ImportAnswer.FORMAT;
    }

    @Override
    ExitCode run() {
        ImportReport report = change(synchronizer -> {
            try (InputStream stream = open();
                    ConsoleProgress progress = progress()) {
                return read(synchronizer.items(), stream, progress);
            } catch (IOException e) {
                throw unreadable(e);
            }
        });
        show(new ImportAnswer(report), report.problems());
        return report.left() == 0 ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private ImportReport read(Items items, InputStream stream, ConsoleProgress progress) {
        ImportOptions options = ImportOptions.allOrNothing()
                .withContinueOnError(continueOnError)
                .withProgress(number -> progress.counted("Lines read", number));
        return items.importFrom(database().actor(), stream, options);
    }

    private InputStream open() throws IOException {
        return file.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(file));
    }

    private ProblemsException unreadable(IOException cause) {
        return new ProblemsException(
                Problem.of(ProblemCode.PATH_NOT_FOUND, file, "it cannot be read: " + cause), cause);
    }
}
