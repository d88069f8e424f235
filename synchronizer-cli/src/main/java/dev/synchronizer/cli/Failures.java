package dev.synchronizer.cli;

import dev.synchronizer.diff.Likeness;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Puts what ended a command into words and into an exit code. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final Surroundings surroundings;
    private final ErrorOutput errors;

    Failures(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.errors = new ErrorOutput(surroundings.err());
    }

    /** Ends before there was a command. */
    int end(ProblemsException thrown) {
        errors.print(thrown.problems());
        return ExitCode.of(thrown.problems()).number();
    }

    @Override
    public int handleParseException(ParameterException thrown, String[] arguments) {
        CommandLine command = thrown.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        errors.print(Problems.of(new Problem(ProblemCode.WRONG_USAGE, name, message(thrown), fix(thrown, name))));
        errors.line(command.getHelp().synopsisHeading()
                + command.getHelp().synopsis(0).stripTrailing());
        return ExitCode.WRONG_USAGE.number();
    }

    private static String message(ParameterException thrown) {
        if (thrown instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().get(0);
            boolean option = first.startsWith("-");
            boolean command =
                    !option && !thrown.getCommandLine().getSubcommands().isEmpty();
            return option
                    ? "there is no option " + first
                    : command ? "there is no command " + first : "what is " + first;
        }
        String message = String.valueOf(thrown.getMessage()).strip();
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }

    private static String fix(ParameterException thrown, String name) {
        List<String> nearest = thrown instanceof UnmatchedArgumentException unmatched
                ? nearest(unmatched.getUnmatched().get(0), unmatched.getCommandLine())
                : List.of();
        return nearest.isEmpty() ? "see " + name + " --help" : "did you mean " + String.join(" or ", nearest);
    }

    private static List<String> nearest(String argument, CommandLine command) {
        List<String> known = new ArrayList<>(command.getSubcommands().keySet());
        command.getCommandSpec().options().forEach(option -> known.addAll(List.of(option.names())));
        String name = argument.split("=", 2)[0];
        return Likeness.nearest(name, known, 2);
    }

    @Override
    public int handleExecutionException(Exception thrown, CommandLine commandLine, ParseResult parsed) {
        OutputOptions output =
                commandLine.getCommand() instanceof Reporting reporting ? reporting.output() : new OutputOptions();
        Problems problems = thrown instanceof ProblemsException known ? known.problems() : internal(thrown);
        ExitCode exitCode = ExitCode.of(problems);
        if (exitCode == ExitCode.INVALID_MODEL || exitCode == ExitCode.REFUSED) {
            exitCode = exitCode.or(showInResult(problems, output));
        }
        errors.print(problems);
        if (output.verbose()) {
            errors.trace(thrown);
        }
        return exitCode.number();
    }

    private ExitCode showInResult(Problems problems, OutputOptions output) {
        try {
            new PlanPresenter(surroundings, output).write(problems);
            return ExitCode.DONE;
        } catch (ProblemsException e) {
            errors.print(e.problems());
            return ExitCode.of(e.problems());
        }
    }

    private static Problems internal(Exception thrown) {
        return Problems.of(Problem.of(ProblemCode.INTERNAL_ERROR, "synchronizer", thrown.toString()));
    }
}
