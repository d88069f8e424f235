package dev.synchronizer.integration;

/**
 * A change of another system. Immutable.
 *
 * @param id what no other change of that system has; one that comes again under it has no effect
 * @param key what it is about, in words of the other system: tasks of one key are done in the order in which they came
 * @param operation what was done, in words of the other system
 * @param payload what its connector makes a change of
 */
public record IncomingTask(String id, String key, String operation, String payload) {}
