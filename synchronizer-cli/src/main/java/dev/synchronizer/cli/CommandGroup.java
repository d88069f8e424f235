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
        for (String name : names()) {
            Object made = make(name, context);
            group.addSubcommand(name, made instanceof CommandGroup below ? below.all(context) : made);
        }
        return group;
    }

    /** The group with the only command that can be meant; with all of them where that is not clear. */
    final CommandLine meantBy(List<String> words, Context context) {
        String first = words.isEmpty() ? "" : words.get(0);
        if (!names().contains(first)) {
            return all(context);
        }
        Object made = make(first, context);
        Object meant =
                made instanceof CommandGroup below ? below.meantBy(words.subList(1, words.size()), context) : made;
        return new CommandLine(this).addSubcommand(first, meant);
    }

    @Override
    public final Integer call() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
