package dev.synchronizer.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What stands before the command. */
@Command(
        name = "synchronizer",
        description = "Keeps the content types of a store in step with those that code declares.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Every option can come from synchronizer.properties or SYNCHRONIZER_* as well."})
final class RootCommand implements Callable<Integer> {
    private @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
