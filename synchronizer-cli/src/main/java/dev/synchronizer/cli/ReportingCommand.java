package dev.synchronizer.cli;

import dev.synchronizer.cli.render.Outcome;
import dev.synchronizer.problem.Problems;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command with a result, which can be asked for in several forms. */
@Command(
        mixinStandardHelpOptions = true,
        abbreviateSynopsis = true,
        versionProvider = ProgramVersion.class,
        parameterListHeading = "%nArguments:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n")
abstract class ReportingCommand implements Callable<Integer> {
    @Mixin
    private final OutputOptions output = new OutputOptions();

    private @Spec CommandSpec spec = CommandSpec.create();
    private final Context context;

    ReportingCommand(Context context) {
        this.context = context;
    }

    @Override
    public final Integer call() {
        output.prepare(spec.commandLine(), formats());
        try {
            return run().number();
        } finally {
            end();
        }
    }

    /** Gives back what the command has taken. */
    void end() {}

    /** Does what the command is there for, and writes its result. */
    abstract ExitCode run();

    /** The forms that the result can have. */
    Set<Format> formats() {
        return EnumSet.of(Format.TEXT, Format.JSON);
    }

    /** What became of the run, where it ends with problems and without a result. */
    Outcome withoutResult() {
        return Outcome.invalid(true);
    }

    /** Shows the problems that ended it where its result would be, for programs that look there. */
    void showRefusal(Problems problems) {
        new PlanPresenter(surroundings(), output).write(problems, withoutResult());
    }

    /** Whether an option stands on the command line itself. */
    final boolean isGiven(String option) {
        return commandLine().getParseResult().hasMatchedOption(option);
    }

    final CommandLine commandLine() {
        return spec.commandLine();
    }

    final OutputOptions output() {
        return output;
    }

    final Context context() {
        return context;
    }

    final Surroundings surroundings() {
        return context.surroundings();
    }

    final ConsoleProgress progress() {
        return ConsoleProgress.of(surroundings(), output);
    }
}
