package dev.synchronizer.model;

import java.time.Instant;

/**
 * A migration step as the ledger keeps it.
 *
 * @param module the module that declared it
 * @param name its name
 * @param version the version that it was declared for
 * @param checksum that of its code when it ran
 * @param baseline whether it did not have to run, as its module was new here
 * @param run the run that it was part of
 * @param at when it had ended
 * @param items how many items it changed
 */
public record ExecutedStep(
        String module,
        String name,
        String version,
        String checksum,
        boolean baseline,
        long run,
        Instant at,
        long items) {}
