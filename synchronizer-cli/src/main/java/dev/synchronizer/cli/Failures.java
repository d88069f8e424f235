package dev.synchronizer.cli;

import dev.synchronizer.diff.Likeness;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Puts what ended a command into words and into an exit code. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final ErrorOutput errors;

    Failures(Surroundings surroundings) {
        this.errors = new ErrorOutput(surroundings);
    }

    /** Ends before there was a command. */
    int end(ProblemsException thrown) {
        errors.print(thrown.problems());
        return ExitCode.of(thrown.problems()).number();
    }

    /** Ends a command whose result did not arrive. */
    int endWithoutOutput() {
        return end(new ProblemsException(
                new Problem(
                        ProblemCode.OUTPUT_FAILED,
                        "standard output",
                        "the result cannot be written",
                        "check what reads it and the space left; what was committed before is in the history"),
                null));
    }

    /** Ends a command at what no command can be expected to survive. */
    int endAbruptly(Error thrown, boolean verbose) {
        errors.print(internal(thrown));
        if (verbose) {
            errors.trace(thrown);
        }
        return ExitCode.FAILED.number();
    }

    @Override
    public int handleParseException(ParameterException thrown, String[] arguments) {
        CommandLine command = thrown.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        Optional<String> unknown = unknownArgument(thrown, arguments);
        String message = unknown.map(argument -> unknown(argument, command)).orElseGet(() -> UsageWords.of(thrown));
        String fix = unknown.map(argument -> nearest(argument, command))
                .filter(nearest -> !nearest.isEmpty())
                .map(nearest -> "write " + String.join(" or ", nearest))
                .orElse("see " + name + " --help");
        errors.print(Problems.of(new Problem(ProblemCode.WRONG_USAGE, name, message, fix)));
        errors.line(command.getHelp().synopsisHeading()
                + command.getHelp().synopsis(0).stripTrailing());
        return ExitCode.WRONG_USAGE.number();
    }

    /** A misspelt option is named even where something else that it should have given is missed first. */
    private static Optional<String> unknownArgument(ParameterException thrown, String[] arguments) {
        // What stands where an option's value should be is not counted as unmatched.
        if (thrown instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return Optional.of(unmatched.getUnmatched().get(0));
        }
        if (thrown.getMessage() != null && thrown.getMessage().startsWith("Unknown subcommand ")) {
            return Optional.of(thrown.getValue());
        }
        Set<String> known =
                thrown.getCommandLine().getCommandSpec().optionsMap().keySet();
        Set<String> negated =
                thrown.getCommandLine().getCommandSpec().negatedOptionsMap().keySet();
        return Arrays.stream(arguments)
                .takeWhile(argument -> !argument.equals("--"))
                .filter(argument -> argument.startsWith("-") && argument.length() > 1)
                .map(Failures::nameOf)
                .filter(name -> !known.contains(name) && !negated.contains(name))
                .findFirst();
    }

    private static String unknown(String argument, CommandLine command) {
        if (argument.startsWith("-")) {
            return "there is no option " + nameOf(argument);
        }
        return command.getSubcommands().isEmpty()
                ? "it does not know what to do with " + argument
                : "there is no command " + argument;
    }

    private static List<String> nearest(String argument, CommandLine command) {
        if (!argument.startsWith("--")) {
            return Likeness.nearest(argument, command.getSubcommands().keySet(), 2);
        }
        List<String> known = command.getCommandSpec().optionsMap().keySet().stream()
                .filter(name -> name.startsWith("--"))
                .map(name -> name.substring(2))
                .toList();
        return Likeness.nearest(nameOf(argument).substring(2), known, 2).stream()
                .map("--"::concat)
                .toList();
    }

    private static String nameOf(String argument) {
        return argument.split("=", 2)[0];
    }

    @Override
    public int handleExecutionException(Exception thrown, CommandLine commandLine, ParseResult parsed) {
        Problems problems = thrown instanceof ProblemsException known ? known.problems() : internal(thrown);
        ExitCode exitCode = ExitCode.of(problems);
        boolean verbose = false;
        if (commandLine.getCommand() instanceof ReportingCommand command) {
            verbose = command.output().verbose();
            if (exitCode == ExitCode.INVALID_MODEL || exitCode == ExitCode.REFUSED) {
                exitCode = exitCode.or(showInResult(problems, command));
            }
        }
        errors.print(problems);
        if (verbose) {
            errors.trace(thrown);
        }
        return exitCode.number();
    }

    private ExitCode showInResult(Problems problems, ReportingCommand command) {
        try {
            command.showRefusal(problems);
            return ExitCode.DONE;
        } catch (ProblemsException e) {
            errors.print(e.problems());
            return ExitCode.of(e.problems());
        }
    }

    private static Problems internal(Throwable thrown) {
        return Problems.of(Problem.of(ProblemCode.INTERNAL_ERROR, "synchronizer", thrown.toString()));
    }
}
