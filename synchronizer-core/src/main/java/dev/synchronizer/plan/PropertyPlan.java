package dev.synchronizer.plan;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.Grade;
import dev.synchronizer.diff.PropertyDiff;
import java.util.List;

/**
 * What a plan does about a property.
 *
 * @param diff how it compares
 * @param action what is done
 * @param grade what that does to stored values, given how many there are
 * @param radius how much stored content it concerns
 * @param blockedBy what keeps an orphan from being deleted, in words; empty where nothing does
 * @param settings the settings that change
 * @param suggestions for an orphan, what it may have been renamed to, the likeliest first
 */
public record PropertyPlan(
        PropertyDiff diff,
        Action action,
        Grade grade,
        BlastRadius radius,
        List<String> blockedBy,
        List<SettingPlan> settings,
        List<Suggestion> suggestions) {

    public PropertyPlan {
        blockedBy = List.copyOf(blockedBy);
        settings = List.copyOf(settings);
        suggestions = List.copyOf(suggestions);
    }

    public String name() {
        return diff.name();
    }

    public ChangeState state() {
        return diff.state();
    }
}
