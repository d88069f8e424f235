package dev.synchronizer.benchmarks.race;

/**
 * What one process took.
 *
 * @param millis wall time: of the process, or of the part of it that it measured itself
 * @param processorMillis processor time of the whole process, in user and kernel mode, on all cores
 * @param peakMegabytes the most memory that it held at once
 */
record Run(double millis, double processorMillis, double peakMegabytes) {}
