package dev.synchronizer.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Of which server a command is about tasks. */
final class TargetOption {
    @Option(
            names = "--target",
            paramLabel = "NAME",
            description = "Only this server; all that it concerns, if left out.")
    private @Nullable String target;

    Optional<String> name() {
        return Optional.ofNullable(target);
    }
}
