package dev.synchronizer;

import dev.synchronizer.plan.SyncPlan;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * What a synchronization did.
 *
 * @param plan the plan that was carried out, made under the lock; or the one that found nothing to do
 * @param dryRun whether nothing was to be written
 * @param committed whether anything was written; a run that finds nothing to do writes nothing
 * @param run the number under which the run is recorded, where it wrote anything
 * @param duration from the beginning to the end
 */
public record SyncReport(SyncPlan plan, boolean dryRun, boolean committed, OptionalLong run, Duration duration) {}
