package dev.synchronizer.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
        abbreviateSynopsis = true,
        versionProvider = ProgramVersion.class)
final class ManualCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "COMMAND",
            arity = "0..*",
            description = "The command, in as many words as it has; the program as a whole if left out.")
    private List<String> words = new ArrayList<>();

    private @Spec CommandSpec spec = CommandSpec.create();
    private final Context context;

    ManualCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        CommandLine subject = spec.root().commandLine();
        for (String word : words) {
            subject = subject.getSubcommands().get(word);
            if (subject == null) {
                throw new ParameterException(spec.commandLine(), "there is no command " + String.join(" ", words));
            }
        }
        context.surroundings().out().print(ManualPage.of(subject.getCommandSpec()));
        return ExitCode.DONE.number();
    }
}
