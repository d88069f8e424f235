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
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "COMMAND --help explains a command. Every option can also come from the file",
            "synchronizer.properties, or from the environment as SYNCHRONIZER_*."
        })
final class RootCommand implements Callable<Integer> {
    private @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
