package dev.synchronizer.schedule;

import dev.synchronizer.saving.Failures;
import java.time.Clock;

/**
 * The node on which schedules are looked after.
 *
 * @param name by which people can tell it from others
 * @param store the name of its store, of which schedules are a part
 * @param clock by which schedules are due
 * @param failures is told when the rules of a schedule cannot be applied
 */
public record SchedulingNode(String name, String store, Clock clock, Failures failures) {}
