package dev.synchronizer.cli;

import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SaveOrigin;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that does what administrators do, and has handlers called for it. */
abstract class AdministrativeCommand extends WritingCommand {
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

    @Override
    final void end() {
        handlers.close();
    }
}
