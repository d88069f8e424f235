package dev.synchronizer.cli;

import dev.synchronizer.SynchronizerBuilder;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How other servers are reached, and who looks at what is saved on the way. */
final class SendingOptions implements AutoCloseable {
    private static final String STANDARD_NAME = "main";

    @Option(
            names = "--server-name",
            paramLabel = "NAME",
            defaultValue = STANDARD_NAME,
            description = "What other servers call this one, to whom it signs its requests; main if left out.")
    private String serverName = STANDARD_NAME;

    @Mixin
    private final HandlerOptions handlers = new HandlerOptions();

    /** What other servers call this one. */
    String serverName() {
        return serverName;
    }

    void configure(SynchronizerBuilder builder) {
        handlers.configure(builder);
        builder.serverName(serverName).serverDatabases(new ServerPools());
    }

    @Override
    public void close() {
        handlers.close();
    }
}
