package dev.synchronizer.staging.directory;

/**
 * What an export has made of a directory.
 *
 * @param written how many files are new, or otherwise than they were
 * @param unchanged how many were so already
 * @param removed how many were of things that are gone
 */
public record ExportReport(long written, long unchanged, long removed) {}
