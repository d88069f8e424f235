package dev.synchronizer.content;

import dev.synchronizer.store.RuleRunRecord;

/**
 * An application of rules that can be gone on with.
 *
 * @param run how far it has come
 * @param changedRules where a former one has not ended, and its rules are others by now, which ones; else empty
 */
public record BegunRun(RuleRunRecord run, String changedRules) {}
