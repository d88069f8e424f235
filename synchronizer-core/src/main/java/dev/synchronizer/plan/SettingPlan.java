package dev.synchronizer.plan;

import dev.synchronizer.diff.SettingChange;

/**
 * A changed setting and what it does to people.
 *
 * @param change what changes
 * @param effect whether it shows
 */
public record SettingPlan(SettingChange change, Effect effect) {}
