package dev.synchronizer.store;

import java.time.Instant;

/**
 * A rule that administrators keep as data.
 *
 * @param name its name; no other rule's differs from it in upper and lower case alone
 * @param store the name of the store whose saves it is for
 * @param order its place among the rules; those of one place are in the order of their names
 * @param enabled whether it is at work
 * @param definition the whole rule, as canonical JSON
 * @param savedAt when it was last saved
 * @param savedBy who last saved it
 */
public record StoredRule(
        String name, String store, int order, boolean enabled, String definition, Instant savedAt, String savedBy) {}
