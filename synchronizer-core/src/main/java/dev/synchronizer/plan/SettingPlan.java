package dev.synchronizer.plan;

import dev.synchronizer.diff.Grade;
import dev.synchronizer.diff.SettingChange;

/**
 * A changed setting and what it does to people.
 *
 * @param change what changes
 * @param effect whether it shows
 * @param grade what it does to stored items and values, given how many there are
 */
public record SettingPlan(SettingChange change, Effect effect, Grade grade) {}
