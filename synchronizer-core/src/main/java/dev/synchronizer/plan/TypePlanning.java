package dev.synchronizer.plan;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.PropertyDiff;
import dev.synchronizer.diff.TypeDiff;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides what is done about one type and its properties. */
final class TypePlanning {
    private final Policy policy;
    private final SettingEffects effects;
    private final RowPlanning rows;
    private final References references;
    private final Suggestions suggestions;
    private final Instant now;

    TypePlanning(
            Policy policy,
            SettingEffects effects,
            RowPlanning rows,
            References references,
            Suggestions suggestions,
            Instant now) {
        this.policy = policy;
        this.effects = effects;
        this.rows = rows;
        this.references = references;
        this.suggestions = suggestions;
        this.now = now;
    }

    TypePlan plan(TypeDiff diff) {
        List<String> blockedBy = diff.state() == ChangeState.ORPHANED ? blockers(diff) : List.of();
        Action action = switch (diff.state()) {
            case NEW -> Action.CREATE;
            case UPDATED -> Action.UPDATE;
            case ORPHANED -> orphanAction(Objects.requireNonNull(diff.stored()).orphanedSince(), !blockedBy.isEmpty());
            case IDENTICAL, GATED, CONFLICT, ABSENT -> Action.NONE;
        };
        List<PropertyPlan> properties =
                diff.properties().stream().map(p -> plan(diff, p, action)).toList();
        StoredType row = rows.after(diff, action);
        SaidDifferently said = SaidDifferently.of(diff, row);
        boolean onlyPropertiesChange = action == Action.NONE
                && properties.stream().anyMatch(p -> p.action().isPending());
        return new TypePlan(
                diff,
                onlyPropertiesChange ? Action.UPDATE : action,
                effects.grade(diff.grade().and(said.grade())),
                BlastRadius.NOTHING,
                blockedBy,
                row,
                effects.of(said, diff.stored() == null ? null : diff.stored().id(), diff.name()),
                properties,
                diff.state() == ChangeState.ORPHANED ? suggestions.forType(diff) : List.of());
    }

    /** What an orphaned type must not take with it, or away from others (D5). */
    private List<String> blockers(TypeDiff orphan) {
        List<String> blockers = new ArrayList<>();
        references.to(orphan.name()).forEach(property -> blockers.add("property " + property + " refers to it"));
        Objects.requireNonNull(orphan.stored()).properties().stream()
                .filter(property -> property.origin() == Origin.ADMIN || property.adopted())
                .forEach(property -> blockers.add("an administrator made its property " + property.name()));
        return blockers;
    }

    private PropertyPlan plan(TypeDiff type, PropertyDiff diff, Action typeAction) {
        Action action = type.state() == ChangeState.CONFLICT ? Action.NONE : propertyAction(type, diff, typeAction);
        StoredProperty row = rows.after(type, diff, action);
        SaidDifferently said = SaidDifferently.of(type, diff, row);
        boolean suggests = diff.state() == ChangeState.ORPHANED && type.state() != ChangeState.ORPHANED;
        return new PropertyPlan(
                diff,
                action,
                effects.grade(diff.grade().and(said.grade())),
                BlastRadius.NOTHING,
                List.of(),
                row,
                effects.of(said, diff.stored() == null ? null : diff.stored().id(), diff.name()),
                suggests ? suggestions.forProperty(type, diff) : List.of());
    }

    private Action propertyAction(TypeDiff type, PropertyDiff diff, Action typeAction) {
        return switch (diff.state()) {
            case NEW -> Action.CREATE;
            case UPDATED -> Action.UPDATE;
            case ORPHANED -> {
                if (type.state() == ChangeState.ORPHANED) {
                    yield typeAction == Action.DELETE ? Action.DELETE : Action.KEEP;
                }
                Action action =
                        orphanAction(Objects.requireNonNull(diff.stored()).orphanedSince(), false);
                yield action == Action.KEEP && rows.changesKept(type, diff) ? Action.UPDATE : action;
            }
            case IDENTICAL, GATED, CONFLICT, ABSENT -> Action.NONE;
        };
    }

    private Action orphanAction(@Nullable Instant marked, boolean blocked) {
        if (!blocked && policy.deletesOrphanMarkedAt(marked, now)) {
            return Action.DELETE;
        }
        return marked == null ? Action.UPDATE : Action.KEEP;
    }
}
