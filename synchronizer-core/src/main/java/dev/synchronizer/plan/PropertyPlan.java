package dev.synchronizer.plan;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.Grade;
import dev.synchronizer.diff.PropertyDiff;
import dev.synchronizer.model.StoredProperty;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a plan does about a property.
 *
 * @param diff how it compares
 * @param action what is done
 * @param grade what that does to stored values, given how many there are
 * @param radius how much stored content it concerns
 * @param blockedBy what keeps an orphan from being deleted, in words; empty where nothing does
 * @param rowAfter its row as it stands after the run; null where there is none then. The id of a row that is yet to be
 *     inserted is 0
 * @param settings the settings that change
 * @param suggestions for an orphan, what it may have been renamed to, the likeliest first
 */
public record PropertyPlan(
        PropertyDiff diff,
        Action action,
        Grade grade,
        BlastRadius radius,
        List<String> blockedBy,
        @Nullable StoredProperty rowAfter,
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

    /** The same, for other differences. */
    public PropertyPlan with(PropertyDiff other) {
        return new PropertyPlan(other, action, grade, radius, blockedBy, rowAfter, settings, suggestions);
    }

    /** The same, with another row after the run. */
    public PropertyPlan withRow(StoredProperty other) {
        return new PropertyPlan(diff, action, grade, radius, blockedBy, other, settings, suggestions);
    }

    /** Whether scanned code declares it. */
    boolean isDeclared() {
        return diff.after() != null;
    }

    /** Whether the property's row is inserted, updated or deleted. */
    public boolean writesRow() {
        return !Objects.equals(rowAfter, diff.stored());
    }
}
