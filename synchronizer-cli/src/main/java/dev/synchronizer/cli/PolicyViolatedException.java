package dev.synchronizer.cli;

import dev.synchronizer.plan.SyncPlan;
import java.io.Serial;

/** A plan has what {@code --fail-on} forbids. */
final class PolicyViolatedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient SyncPlan plan;

    PolicyViolatedException(SyncPlan plan) {
        super("the plan violates a policy");
        this.plan = plan;
    }

    SyncPlan plan() {
        return plan;
    }
}
