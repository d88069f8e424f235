package dev.synchronizer.cli;

import java.util.ArrayList;
import java.util.List;
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
        if (command.getSubcommands().isEmpty()) {
            return;
        }
        List<String> unknown = new ArrayList<>();
        for (String argument : parsed.unmatched()) {
            if (!argument.startsWith("-")) {
                unknown.add(argument);
            }
        }
        if (!unknown.isEmpty()) {
            throw new UnmatchedArgumentException(command, unknown);
        }
    }

    /** What a script gives where a variable is not set would mean nothing, or everything. */
    private static void refuseEmptyValues(ParseResult parsed) {
        List<ArgSpec> given = new ArrayList<>(parsed.matchedOptionsSet());
        given.addAll(parsed.matchedPositionalsSet());
        for (ArgSpec argument : given) {
            if (argument.originalStringValues().contains("")) {
                throw new ParameterException(
                        parsed.commandSpec().commandLine(), UsageWords.name(argument) + ": its value is empty");
            }
        }
    }
}
