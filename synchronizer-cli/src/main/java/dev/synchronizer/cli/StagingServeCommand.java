package dev.synchronizer.cli;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.cli.render.ServingReport;
import dev.synchronizer.exchange.ExchangeServer;
import dev.synchronizer.exchange.ServerOptions;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes in what other servers send, until the process is told to end. */
@Command(
        name = "serve",
        description =
                "Takes in what accepted servers send, until it is ended by SIGTERM or Ctrl-C; with --deliver it also tells "
                        + "this server's own changes all the while. It says in one line where it listens once it does. "
                        + "It speaks HTTP: beyond this machine, let a proxy in front of it speak HTTPS.",
        footer = {
            "  synchronizer staging serve --port 8475 --server-name public",
            "  synchronizer staging serve --port 8475 --deliver"
        })
final class StagingServeCommand extends WritingCommand {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int GREATEST_PORT = 65_535;
    private static final int CONNECTIONS = 16;

    /** What other nodes say of types, rules and servers is known here so soon. */
    private static final Duration POLLING = Duration.ofSeconds(2);

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = LOOPBACK,
            description = "The address to listen at; 127.0.0.1 if left out, which this machine alone reaches.")
    private String host = LOOPBACK;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "The port to listen at; any that is free if left out.")
    private int port;

    @Option(
            names = "--deliver",
            fallbackValue = "true",
            description =
                    "Also see to this server's own tasks, for other servers and for connectors, as they come and when "
                            + "it is their time again.")
    private boolean delivers;

    @Mixin
    private final SendingOptions sending = new SendingOptions();

    StagingServeCommand(Context context) {
        super(context);
    }

    @Override
    String jsonFormat() {
        return ServingReport.FORMAT;
    }

    @Override
    void configure(SynchronizerBuilder builder) {
        sending.configure(builder);
        builder.pollInterval(POLLING);
    }

    @Override
    ExitCode run() {
        if (port < 0 || port > GREATEST_PORT) {
            throw wrongUsage("--port is to be one from 0 to " + GREATEST_PORT);
        }
        if (database().isYetToBeMade()) {
            throw database().missing();
        }
        Pool pool = database().forWriting(context());
        pool.setMaximumPoolSize(CONNECTIONS);
        try (OrderlyEnd end = OrderlyEnd.of(surroundings())) {
            return end.with(with(pool, synchronizer -> serve(synchronizer, end)));
        }
    }

    private ExitCode serve(Synchronizer synchronizer, OrderlyEnd end) {
        ExchangeServer listening;
        try {
            listening = synchronizer.serveStaging(ServerOptions.standard().at(host, port));
        } catch (IllegalArgumentException e) {
            throw wrongUsage(String.valueOf(e.getMessage()));
        }
        try (listening) {
            if (delivers) {
                synchronizer.startTasks();
            }
            show(new ServingReport(sending.serverName(), listening.uri(), delivers));
            surroundings().flush();
            end.await();
            return ExitCode.DONE;
        }
    }

    @Override
    void end() {
        sending.close();
    }
}
