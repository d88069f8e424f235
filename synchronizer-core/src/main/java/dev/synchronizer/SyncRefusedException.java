package dev.synchronizer;

import dev.synchronizer.plan.SyncPlan;
import java.io.Serial;

/** A plan was refused to protect what is stored; nothing was written. */
public final class SyncRefusedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient SyncPlan plan;

    SyncRefusedException(SyncPlan plan) {
        super(plan.refusals().toString());
        this.plan = plan;
    }

    /** The plan, whose problems say why. */
    public SyncPlan plan() {
        return plan;
    }
}
