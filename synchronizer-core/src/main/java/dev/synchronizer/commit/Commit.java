package dev.synchronizer.commit;

import dev.synchronizer.plan.SyncPlan;
import java.util.OptionalLong;

/**
 * How a commit ended.
 *
 * @param plan the plan that was made under the lock
 * @param run the number of the recorded run; empty where nothing was written, because the plan has nothing to do or
 *     is refused
 */
public record Commit(SyncPlan plan, OptionalLong run) {}
