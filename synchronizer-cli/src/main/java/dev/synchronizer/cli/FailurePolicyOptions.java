package dev.synchronizer.cli;

import dev.synchronizer.task.FailurePolicy;
import dev.synchronizer.task.RetryPolicy;
import java.time.Duration;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** What becomes of tasks that fail. */
final class FailurePolicyOptions {
    @Option(
            names = "--on-failure",
            paramLabel = "POLICY",
            defaultValue = "park",
            description = "What becomes of later tasks where one has failed for good: park (those about the same thing "
                    + "wait), skip (they go on), or stop (all of them wait).")
    private FailurePolicy failures = FailurePolicy.PARK;

    @Option(
            names = "--attempts",
            paramLabel = "NUMBER",
            defaultValue = "10",
            description =
                    "How often it is tried what is refused, before that counts as dead; while nobody can be reached, "
                            + "there is no limit.")
    private int attempts = RetryPolicy.STANDARD.attempts();

    @Option(
            names = "--retry-first",
            paramLabel = "TIME",
            defaultValue = "1s",
            description = "How long after the first failure something is tried again, such as 500ms, 30s, 5m or 1h; "
                    + "then after twice as long each time.")
    private Duration first = RetryPolicy.STANDARD.first();

    @Option(
            names = "--retry-longest",
            paramLabel = "TIME",
            defaultValue = "5m",
            description = "How long that is at the most.")
    private Duration longest = RetryPolicy.STANDARD.longest();

    FailurePolicy failures() {
        return failures;
    }

    RetryPolicy retries(Function<String, RuntimeException> failure) {
        if (first.isZero() || longest.compareTo(first) < 0) {
            throw failure.apply("--retry-first is to be more than nothing, and no more than --retry-longest");
        }
        if (attempts < 1) {
            throw failure.apply("--attempts is to be 1 at least");
        }
        return new RetryPolicy(first, longest, attempts);
    }
}
