package dev.synchronizer.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes manual pages. */
@Command(
        name = "generate-manual",
        description = "Writes a manual page to standard output: try generate-manual sync | man -l -",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class ManualCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "COMMAND",
            arity = "0..1",
            description = "The command; the program as a whole if left out.")
    private @Nullable String command;

    private @Spec CommandSpec spec = CommandSpec.create();
    private final Context context;

    ManualCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        CommandLine program = spec.root().commandLine();
        CommandLine subject =
                command == null ? program : program.getSubcommands().get(command);
        if (subject == null) {
            throw new ParameterException(spec.commandLine(), "there is no command " + command);
        }
        context.surroundings().out().print(ManualPage.of(subject.getCommandSpec()));
        return ExitCode.DONE.number();
    }
}
