package dev.synchronizer.cli;

import dev.synchronizer.task.ConflictPolicy;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is done where a server cannot be told something. */
final class ServerPolicyOptions {
    @Option(
            names = "--on-conflict",
            paramLabel = "POLICY",
            defaultValue = "hold",
            description =
                    "What is done where it has changed the same: hold (somebody decides), merge (what does not overlap "
                            + "is put together), ours (this server wins), theirs (that one), or newest (at each place, "
                            + "the last one to change it).")
    private ConflictPolicy conflicts = ConflictPolicy.HOLD;

    @Mixin
    private final FailurePolicyOptions failures = new FailurePolicyOptions();

    ConflictPolicy conflicts() {
        return conflicts;
    }

    FailurePolicyOptions failures() {
        return failures;
    }
}
