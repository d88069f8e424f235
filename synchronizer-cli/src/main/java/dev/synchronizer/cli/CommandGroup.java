package dev.synchronizer.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Commands under a common word; none but the one that is meant is loaded. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        synopsisSubcommandLabel = "COMMAND")
abstract class CommandGroup implements Callable<Integer> {
    private @Spec CommandSpec spec = CommandSpec.create();

    /** The commands by their last words, in the order of the help. */
    abstract List<String> names();

    /** @throws IllegalArgumentException if it is none of {@link #names} */
    abstract Object make(String name, Context context);

    /** The group with all of its commands. */
    final CommandLine all(Context context) {
        CommandLine group = new CommandLine(this);
        names().forEach(name -> group.addSubcommand(name, make(name, context)));
        return group;
    }

    /** The group with the only command that can be meant; with all of them where that is not clear. */
    final CommandLine meantBy(String second, Context context) {
        return names().contains(second)
                ? new CommandLine(this).addSubcommand(second, make(second, context))
                : all(context);
    }

    @Override
    public final Integer call() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
