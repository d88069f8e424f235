package dev.synchronizer.cli;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
            description = "The form of the result: text, json, markdown, sarif or junit.")
    private Format format = Format.TEXT;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Write the result to this file instead of standard output.")
    private @Nullable Path output;

    @Option(names = "--all", fallbackValue = "true", description = "List everything, not just what matters.")
    private boolean all;

    @Option(
            names = "--quiet",
            fallbackValue = "true",
            description = "No progress and no text, only errors; results of other formats are written all the same.")
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
            description = "Take options from this file instead of ./synchronizer.properties.")
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

    boolean toFile() {
        return output != null;
    }

    /**
     * Sets up logging, and ends the command before it does anything if its result could not be written afterwards.
     *
     * @throws ProblemsException if the output's folder does not exist
     */
    void prepare() {
        if (verbose) {
            Logging.showDetails();
        }
        if (output != null) {
            checkFolder(output);
        }
    }

    /** For commands that have no other forms than text and JSON. */
    boolean isJson(CommandLine command) {
        if (format != Format.TEXT && format != Format.JSON) {
            throw new ParameterException(
                    command, "'%s' is a format for plans alone; there are: text, json".formatted(format));
        }
        return format == Format.JSON;
    }

    static void checkFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
            String message = Files.isDirectory(file) ? "it is a folder" : "there is no folder " + folder;
            throw new ProblemsException(Problem.of(ProblemCode.OUTPUT_FAILED, file.toString(), message), null);
        }
    }

    /**
     * Writes a result, unless it is text and nobody wants to read it.
     *
     * @throws ProblemsException if it cannot be written
     */
    void write(String result, Surroundings surroundings) {
        if (format == Format.TEXT && quiet) {
            return;
        }
        if (output == null) {
            print(result, surroundings.out());
            return;
        }
        try {
            Files.writeString(output, result);
        } catch (IOException e) {
            throw new ProblemsException(
                    Problem.of(ProblemCode.OUTPUT_FAILED, output.toString(), "the result cannot be written: " + e), e);
        }
    }

    private static void print(String result, PrintStream out) {
        out.print(result);
        if (out.checkError()) {
            throw new ProblemsException(
                    new Problem(
                            ProblemCode.OUTPUT_FAILED,
                            "standard output",
                            "the result cannot be written",
                            "check what reads it and the space left"),
                    null);
        }
    }
}
