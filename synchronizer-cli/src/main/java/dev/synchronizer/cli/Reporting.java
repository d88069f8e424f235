package dev.synchronizer.cli;

/** A command whose result can be asked for in several forms. */
interface Reporting {
    OutputOptions output();

    /** Whether nothing is to be written, whatever is found. */
    default boolean isDryRun() {
        return true;
    }
}
