package dev.synchronizer.task;

/**
 * How the tasks of a channel are treated, as of one moment.
 *
 * @param open whether they are done when they are due; where not, only those that somebody asks for
 * @param failures what becomes of later tasks where one has failed for good
 * @param retries when what failed is tried again
 * @param dispatch takes them
 * @param most of how many keys some are taken at a time
 * @param deed does what they say
 */
public record Treatment(
        boolean open, FailurePolicy failures, RetryPolicy retries, Dispatch dispatch, int most, Deed deed) {}
