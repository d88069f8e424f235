package dev.synchronizer.cli;

import dev.synchronizer.plan.OrphanPolicy;
import dev.synchronizer.problem.ProblemsException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;

/** The command line as a whole: reads the configuration, finds the command, and runs it. */
final class Program {
    private static final List<String> ASKING_FOR_HELP = List.of("-h", "--help", "-V", "--version");

    private final Surroundings surroundings;

    Program(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Runs a command and gives the exit code; everything is written, but not flushed. */
    int run(String... arguments) {
        boolean asksForHelp = Arrays.stream(arguments).anyMatch(ASKING_FOR_HELP::contains);
        Failures failures = new Failures(surroundings);
        try {
            Configuration configuration = asksForHelp
                    ? Configuration.none()
                    : Configuration.load(valueOf("--config", arguments), surroundings);
            CommandLine commandLine = commandLine(new Context(surroundings, configuration));
            configuration.check(() -> ConfiguredDefaults.keys(commandLine.getCommandSpec()));
            commandLine.setParameterExceptionHandler(failures);
            commandLine.setExecutionExceptionHandler(failures);
            return commandLine.execute(arguments);
        } catch (ProblemsException e) {
            return failures.end(e);
        }
    }

    static CommandLine commandLine(Context context) {
        Surroundings surroundings = context.surroundings();
        CommandLine line = new CommandLine(new RootCommand());
        line.addSubcommand(new SyncCommand(context));
        line.addSubcommand(new ApplyCommand(context));
        line.addSubcommand(new ValidateCommand(context));
        line.addSubcommand(new DiffCommand(context));
        line.addSubcommand(new TypesCommand(context));
        line.addSubcommand(new HistoryCommand(context));
        line.addSubcommand(new HelpCommand());
        line.addSubcommand(new GenerateCompletion());
        line.addSubcommand(new ManualCommand(context));

        line.registerConverter(Format.class, new Choice<>(Format.class, "format"));
        line.registerConverter(FailOn.class, new Choice<>(FailOn.class, "kind of change"));
        line.registerConverter(Allowance.class, new Choice<>(Allowance.class, "thing that can be allowed"));
        line.registerConverter(OrphanPolicy.class, new OrphansConverter());
        line.setDefaultValueProvider(new ConfiguredDefaults(context.configuration()));
        line.setColorScheme(
                CommandLine.Help.defaultColorScheme(surroundings.terminal().coloursOutput() ? Ansi.ON : Ansi.OFF));
        line.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
        return line;
    }

    /** The value of an option that has to be known before the others can be read. */
    private static @Nullable String valueOf(String option, String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith(option + "=")) {
                return arguments[i].substring(option.length() + 1);
            }
            if (arguments[i].equals(option) && i + 1 < arguments.length) {
                return arguments[i + 1];
            }
        }
        return null;
    }
}
