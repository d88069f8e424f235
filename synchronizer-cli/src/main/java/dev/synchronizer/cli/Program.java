package dev.synchronizer.cli;

import dev.synchronizer.plan.OrphanPolicy;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.task.ConflictPolicy;
import dev.synchronizer.task.FailurePolicy;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The command line as a whole: reads the configuration, finds the command, and runs it. */
final class Program {
    private static final int WIDEST_OPTION = 26;
    private static final List<String> ASKING_FOR_HELP = List.of("-h", "--help", "-V", "--version");

    private final Surroundings surroundings;

    Program(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Runs a command and gives the exit code; everything is written, but not flushed. */
    int run(String... given) {
        String[] arguments = spelledOut(given);
        boolean asksForHelp = !Collections.disjoint(Arrays.asList(arguments), ASKING_FOR_HELP);
        Failures failures = new Failures(surroundings);
        try {
            Legibility.check(arguments, surroundings.environment());
            Configuration configuration = asksForHelp
                    ? Configuration.none()
                    : Configuration.load(valueOf("--config", arguments), surroundings);
            Context context = new Context(surroundings, configuration);
            if (configuration.hasFile()) {
                configuration.check(ConfiguredDefaults.keys(complete(context).getCommandSpec()));
            }
            CommandLine commandLine = commandLine(context, new Commands(context).meantBy(arguments));
            commandLine.setParameterExceptionHandler(failures);
            commandLine.setExecutionExceptionHandler(failures);
            commandLine.setExecutionStrategy(new CheckedExecution());
            return written(commandLine.execute(arguments), failures);
        } catch (ProblemsException e) {
            return failures.end(e);
        } catch (VirtualMachineError | LinkageError e) {
            return failures.endAbruptly(e, Arrays.asList(arguments).contains("--verbose"));
        }
    }

    /** The library's own {@code help} knows one word alone. */
    private static String[] spelledOut(String... given) {
        List<String> words = Arrays.asList(given);
        boolean explainsOfGroup = words.size() > 2
                && words.get(0).equals("help")
                && words.subList(2, words.size()).stream().noneMatch(word -> word.startsWith("-"));
        if (!explainsOfGroup) {
            return given;
        }
        return Stream.concat(words.stream().skip(1), Stream.of("--help")).toArray(String[]::new);
    }

    /** A result that nobody gets is a failure, however well its command went. */
    private int written(int exitCode, Failures failures) {
        boolean isLost = surroundings.out().checkError();
        return isLost && exitCode != ExitCode.WRONG_USAGE.number() ? failures.endWithoutOutput() : exitCode;
    }

    /** The command line with all commands. */
    static CommandLine complete(Context context) {
        return commandLine(context, new Commands(context).all());
    }

    private static CommandLine commandLine(Context context, Map<String, Object> commands) {
        Surroundings surroundings = context.surroundings();
        CommandLine line = new CommandLine(new RootCommand());
        commands.values().forEach(line::addSubcommand);
        describe(line, "help", "Explains a command.");
        describe(line, "generate-completion", "Writes a completion script for bash and zsh: source it.");
        line.registerConverter(Format.class, new Choice<>(Format.class, "format"));
        line.registerConverter(FailOn.class, new Choice<>(FailOn.class, "kind of change"));
        line.registerConverter(Allowance.class, new Choice<>(Allowance.class, "thing that can be allowed"));
        line.registerConverter(OrphanPolicy.class, new OrphansConverter());
        line.registerConverter(ConflictPolicy.class, Choice.byName(ConflictPolicy.class, "policy"));
        line.registerConverter(FailurePolicy.class, Choice.byName(FailurePolicy.class, "policy"));
        line.registerConverter(DeliveryState.class, Choice.byName(DeliveryState.class, "state"));
        line.registerConverter(Duration.class, new TimeSpan());
        line.registerConverter(UUID.class, new ItemId());
        // Without this, a misspelt option after --models would be taken for a path.
        line.setUnmatchedOptionsAllowedAsOptionParameters(false);
        line.setExpandAtFiles(false);
        line.setDefaultValueProvider(new ConfiguredDefaults(context.configuration()));
        line.setColorScheme(
                CommandLine.Help.defaultColorScheme(surroundings.terminal().coloursOutput() ? Ansi.ON : Ansi.OFF));
        line.setUsageHelpLongOptionsMaxWidth(WIDEST_OPTION);
        line.setUsageHelpAutoWidth(surroundings.terminal().showsOutput());
        line.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
        return line;
    }

    /** In this program's words, where a command is the library's. */
    private static void describe(CommandLine line, String name, String description) {
        CommandLine command = line.getSubcommands().get(name);
        if (command != null) {
            command.getCommandSpec()
                    .usageMessage()
                    .header(new String[0])
                    .description(description)
                    .footer();
        }
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
