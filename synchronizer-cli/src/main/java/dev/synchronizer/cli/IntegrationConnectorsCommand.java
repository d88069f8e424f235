package dev.synchronizer.cli;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.cli.render.ConnectorsReport;
import dev.synchronizer.integration.Integration;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists connectors. */
@Command(
        name = "connectors",
        description =
                "Lists the connectors that the store knows, and of what they are told. Those that --handlers has are "
                        + "made known to it, as every save with --handlers does too.",
        footer = {
            "  synchronizer integration connectors",
            "  synchronizer integration connectors --handlers shop.jar --format json"
        })
final class IntegrationConnectorsCommand extends WritingCommand {
    @Mixin
    private final HandlerOptions handlers = new HandlerOptions();

    IntegrationConnectorsCommand(Context context) {
        super(context);
    }

    @Override
    String jsonFormat() {
        return ConnectorsReport.FORMAT;
    }

    @Override
    void configure(SynchronizerBuilder builder) {
        handlers.configure(builder);
    }

    @Override
    ExitCode run() {
        boolean looksOnly = !isGiven("--handlers");
        ConnectorsReport report =
                looksOnly ? ask(this::report).orElse(new ConnectorsReport(List.of(), Set.of())) : change(this::report);
        show(report);
        return ExitCode.DONE;
    }

    private ConnectorsReport report(Synchronizer synchronizer) {
        Integration integration = synchronizer.integration();
        return new ConnectorsReport(integration.connectors().list(), integration.here());
    }

    @Override
    void end() {
        handlers.close();
    }
}
