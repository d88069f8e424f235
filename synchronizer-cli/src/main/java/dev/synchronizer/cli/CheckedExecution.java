package dev.synchronizer.cli;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs a command after a look at what the parser lets pass. */
final class CheckedExecution implements IExecutionStrategy {
    @Override
    public int execute(ParseResult parsed) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        refuseUnknownCommand(last);
        refuseEmptyValues(last);
        return new RunLast().execute(parsed);
    }

    /** Help of a command that does not exist would be the help of something else. */
    private static void refuseUnknownCommand(ParseResult parsed) {
        CommandLine command = parsed.commandSpec().commandLine();
        List<String> unknown = parsed.unmatched().stream()
                .filter(argument -> !argument.startsWith("-"))
                .toList();
        if (!command.getSubcommands().isEmpty() && !unknown.isEmpty()) {
            throw new UnmatchedArgumentException(command, unknown);
        }
    }

    /** What a script gives where a variable is not set would mean nothing, or everything. */
    private static void refuseEmptyValues(ParseResult parsed) {
        Stream<ArgSpec> given =
                Stream.concat(parsed.matchedOptionsSet().stream(), parsed.matchedPositionalsSet().stream());
        given.filter(argument -> argument.originalStringValues().contains(""))
                .findFirst()
                .ifPresent(argument -> {
                    throw new ParameterException(
                            parsed.commandSpec().commandLine(), UsageWords.name(argument) + ": its value is empty");
                });
    }
}
