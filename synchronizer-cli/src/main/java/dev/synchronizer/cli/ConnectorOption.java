package dev.synchronizer.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Of which connector a command is about tasks. */
final class ConnectorOption {
    @Option(names = "--connector", paramLabel = "NAME", description = "Only this connector; all of them, if left out.")
    private @Nullable String connector;

    Optional<String> name() {
        return Optional.ofNullable(connector);
    }
}
