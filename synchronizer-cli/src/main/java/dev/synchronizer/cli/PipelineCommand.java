package dev.synchronizer.cli;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.cli.render.Answer;
import dev.synchronizer.cli.render.PipelineReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the steps that every save takes. */
@Command(
        name = "pipeline",
        description = "Shows the steps that every save takes, in their order; needs no database.",
        footer = {
            "  synchronizer pipeline",
            "  synchronizer pipeline --handlers site-handlers.jar --format json",
            "  synchronizer pipeline --pipeline 'rules off'"
        })
final class PipelineCommand extends ReportingCommand {
    @Mixin
    private final HandlerOptions handlers = new HandlerOptions();

    PipelineCommand(Context context) {
        super(context);
    }

    @Override
    ExitCode run() {
        SynchronizerBuilder builder = Synchronizer.builder();
        handlers.configure(builder);
        try (Synchronizer synchronizer = builder.build()) {
            Answer answer = new PipelineReport(synchronizer.pipeline());
            output().write(
                            output().format() == Format.JSON
                                    ? answer.json()
                                    : answer.text(output().style(surroundings())),
                            surroundings());
        }
        return ExitCode.DONE;
    }

    @Override
    void end() {
        handlers.close();
    }
}
