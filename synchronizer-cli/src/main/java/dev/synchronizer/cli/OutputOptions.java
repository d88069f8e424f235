package dev.synchronizer.cli;

import dev.synchronizer.cli.render.Style;
import dev.synchronizer.problem.ProblemsException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How a command shows its result. */
final class OutputOptions {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "The form of the result: text or json; plans also come as markdown, sarif or junit.")
    private Format format = Format.TEXT;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Write the result to this file instead of standard output.")
    private @Nullable Path output;

    @Option(
            names = "--all",
            fallbackValue = "true",
            description =
                    "List everything, not just what matters; on the command line of revert, take everything back, of "
                            + "rules apply, apply them to all items, and of staging run and integration run, run all tasks.")
    private boolean all;

    @Option(
            names = "--quiet",
            fallbackValue = "true",
            description =
                    "No progress, and no text on standard output; files and other formats are written all the same.")
    private boolean quiet;

    @Option(
            names = "--verbose",
            fallbackValue = "true",
            description = "Show what is done in detail, and where errors come from.")
    private boolean verbose;

    /** Known to the command line so that it is documented; {@link Program} reads it before all others. */
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Take options from this file instead of synchronizer.properties.")
    void config(Path file) {}

    Format format() {
        return format;
    }

    boolean all() {
        return all;
    }

    boolean quiet() {
        return quiet;
    }

    boolean verbose() {
        return verbose;
    }

    /** Whether the result goes to this file. */
    boolean goesTo(Path file) {
        return output != null
                && output.toAbsolutePath()
                        .normalize()
                        .equals(file.toAbsolutePath().normalize());
    }

    boolean toFile() {
        return output != null;
    }

    /** How texts are marked. */
    Style style(Surroundings surroundings) {
        return output == null && surroundings.terminal().coloursOutput() ? Style.COLOURED : Style.PLAIN;
    }

    /**
     * Sets up logging, and ends the command before it does anything if its result could not be shown or written
     * afterwards.
     *
     * @param formats the forms that the command's result can have
     * @throws ParameterException if it is asked for in another form
     * @throws ProblemsException if it cannot be written to the file
     */
    void prepare(CommandLine command, Set<Format> formats) {
        boolean isAskedFor = command.getParseResult().hasMatchedOption("--format");
        if (!formats.contains(format) && !isAskedFor) {
            // One configuration serves all commands.
            format = Format.TEXT;
        }
        if (!formats.contains(format)) {
            String known = String.join(", ", formats.stream().map(Format::label).toList());
            throw new ParameterException(
                    command, "'%s' is a format for plans alone; there are: %s".formatted(format, known));
        }
        if (verbose) {
            Logging.showDetails();
        }
        if (output != null) {
            ResultFile.check(output);
        }
    }

    /**
     * Writes a result that may be too large to be held, bit by bit.
     *
     * @throws ProblemsException if it cannot be written
     */
    void stream(Surroundings surroundings, Consumer<OutputStream> content) {
        if (output != null) {
            ResultFile.stream(output, content);
        } else {
            content.accept(surroundings.out());
        }
    }

    /**
     * Writes a result, unless it is text that nobody wants to read.
     *
     * @throws ProblemsException if it cannot be written
     */
    void write(String result, Surroundings surroundings) {
        if (output != null) {
            ResultFile.write(output, result);
        } else if (format != Format.TEXT || !quiet) {
            surroundings.out().print(result);
        }
    }
}
