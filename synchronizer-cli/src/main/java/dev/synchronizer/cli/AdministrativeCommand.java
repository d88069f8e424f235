package dev.synchronizer.cli;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.cli.render.Answer;
import dev.synchronizer.cli.render.RefusedReport;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SaveOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that does what administrators do. */
abstract class AdministrativeCommand extends StoreCommand {
    @Mixin
    private final HandlerOptions handlers = new HandlerOptions();

    @Option(
            names = "--suppress",
            paramLabel = "HANDLER,...",
            hideParamSyntax = true,
            split = ",",
            description = "Do not call these handlers; each has to be one that --handlers has.")
    private List<String> suppressed = new ArrayList<>();

    AdministrativeCommand(Context context) {
        super(context);
    }

    @Override
    void configure(SynchronizerBuilder builder) {
        handlers.configure(builder);
    }

    /** Saves as this command line says. */
    final SaveOptions saving() {
        return SaveOptions.standard().from(SaveOrigin.UI).suppress(suppressed.toArray(String[]::new));
    }

    /** The name of the store. */
    final String store() {
        return handlers.store();
    }

    /** The name of its JSON, such as {@code synchronizer-set/1}. */
    abstract String jsonFormat();

    final ExitCode show(Answer answer, Problems warnings) {
        show(answer);
        new ErrorOutput(surroundings()).print(warnings);
        return ExitCode.DONE;
    }

    @Override
    void showRefusal(Problems problems) {
        if (output().format() == Format.JSON || output().toFile()) {
            show(new RefusedReport(jsonFormat(), problems));
        }
    }

    /** Makes no database only to find nothing in it. */
    final <T> T change(Function<Synchronizer, T> change) {
        if (database().isYetToBeMade()) {
            throw database().missing();
        }
        return write(change);
    }

    /** Makes the database where there is none. */
    final <T> T write(Function<Synchronizer, T> change) {
        return with(database().forWriting(context()), change);
    }

    @Override
    final void end() {
        handlers.close();
    }
}
