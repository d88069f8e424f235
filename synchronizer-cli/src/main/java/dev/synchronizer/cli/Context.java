package dev.synchronizer.cli;

/**
 * What every command is given.
 *
 * @param surroundings the process that it runs in
 * @param configuration what is said outside the command line
 */
record Context(Surroundings surroundings, Configuration configuration) {}
