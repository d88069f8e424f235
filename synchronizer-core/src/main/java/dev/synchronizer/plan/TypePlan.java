package dev.synchronizer.plan;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.Grade;
import dev.synchronizer.diff.TypeDiff;
import dev.synchronizer.model.StoredType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan does about a type.
 *
 * @param diff how it compares
 * @param action what is done
 * @param grade what that does to stored items and values, given how many there are
 * @param radius how much stored content it concerns
 * @param blockedBy what keeps an orphan from being deleted, in words; empty where nothing does
 * @param rowAfter its own row as it stands after the run, without properties; null where there is none then. The id of
 *     a row that is yet to be inserted is 0
 * @param settings the settings that change
 * @param properties all of its properties, sorted by name
 * @param suggestions for an orphan, what it may have been renamed to, the likeliest first
 */
public record TypePlan(
        TypeDiff diff,
        Action action,
        Grade grade,
        BlastRadius radius,
        List<String> blockedBy,
        @Nullable StoredType rowAfter,
        List<SettingPlan> settings,
        List<PropertyPlan> properties,
        List<Suggestion> suggestions) {

    public TypePlan {
        blockedBy = List.copyOf(blockedBy);
        settings = List.copyOf(settings);
        properties = List.copyOf(properties);
        suggestions = List.copyOf(suggestions);
    }

    public String name() {
        return diff.name();
    }

    /** That of the comparison, but updated where a policy does away with an orphaned property only now. */
    public ChangeState state() {
        return diff.state() == ChangeState.IDENTICAL && action == Action.UPDATE ? ChangeState.UPDATED : diff.state();
    }

    /** The same, for other differences. */
    public TypePlan with(TypeDiff other) {
        return new TypePlan(other, action, grade, radius, blockedBy, rowAfter, settings, properties, suggestions);
    }

    /** The same, with other rows after the run. */
    public TypePlan withRows(@Nullable StoredType otherRow, List<PropertyPlan> otherProperties) {
        return new TypePlan(diff, action, grade, radius, blockedBy, otherRow, settings, otherProperties, suggestions);
    }

    /** Whether scanned code declares it. */
    boolean isDeclared() {
        return diff.after() != null;
    }

    /** Whether the type's own row is inserted, updated or deleted. */
    public boolean writesRow() {
        StoredType before = diff.stored();
        return rowAfter == null ? before != null : before == null || !rowAfter.equals(before.withProperties(List.of()));
    }
}
