package dev.synchronizer.cli;

import java.util.function.Function;
import picocli.CommandLine.Option;

/** How many deletions somebody consents to. */
final class DeletionOption {
    @Option(
            names = "--allow-deletes",
            paramLabel = "NUMBER",
            defaultValue = "0",
            description =
                    "Consent to so many deletions; without it, more than 10 that are more than a tenth are refused.")
    private long deletes;

    long allowed(Function<String, RuntimeException> wrongUsage) {
        if (deletes < 0) {
            throw wrongUsage.apply("--allow-deletes is a number of things, and not below 0");
        }
        return deletes;
    }
}
