package dev.synchronizer.plan;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.Grade;
import dev.synchronizer.diff.PropertyDiff;
import dev.synchronizer.diff.TypeDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Decides what is done about one type and its properties. */
final class TypePlanning {
    private final Orphans orphans;
    private final SettingEffects effects;
    private final Concerns concerns;
    private final RowPlanning rows;
    private final OwnSettings ownSettings;
    private final References references;
    private final Suggestions suggestions;

    TypePlanning(
            Orphans orphans,
            SettingEffects effects,
            Concerns concerns,
            RowPlanning rows,
            OwnSettings ownSettings,
            References references,
            Suggestions suggestions) {
        this.orphans = orphans;
        this.effects = effects;
        this.concerns = concerns;
        this.rows = rows;
        this.ownSettings = ownSettings;
        this.references = references;
        this.suggestions = suggestions;
    }

    TypePlan plan(TypeDiff diff) {
        boolean orphaned = diff.state() == ChangeState.ORPHANED;
        List<String> blockedBy = orphaned ? blockers(diff) : List.of();
        Action action = switch (diff.state()) {
            case NEW -> Action.CREATE;
            case UPDATED -> Action.UPDATE;
            case ORPHANED -> orphans.action(diff, !blockedBy.isEmpty());
            case IDENTICAL, GATED, CONFLICT, ABSENT -> Action.NONE;
        };
        List<PropertyPlan> properties =
                diff.properties().stream().map(p -> plan(diff, p, action)).toList();
        SaidDifferently said = SaidDifferently.of(diff, ownSettings);
        List<SettingPlan> settings = effects.of(diff, said);
        Concern itself = orphaned ? concerns.ofOrphan(Objects.requireNonNull(diff.stored()), action) : Concern.NONE;
        boolean onlyPropertiesChange = action == Action.NONE
                && properties.stream().anyMatch(p -> p.action().isPending());
        return new TypePlan(
                diff,
                onlyPropertiesChange ? Action.UPDATE : action,
                grade(diff, said, itself, settings, properties),
                radius(itself, settings),
                blockedBy,
                rows.after(diff, action),
                settings,
                properties,
                orphaned ? suggestions.forType(diff) : List.of());
    }

    private Grade grade(
            TypeDiff diff,
            SaidDifferently said,
            Concern itself,
            List<SettingPlan> settings,
            List<PropertyPlan> properties) {
        if (!concerns.areCounted()) {
            return diff.grade().and(said.grade());
        }
        Grade worst = worst(itself, settings);
        for (PropertyPlan property : properties) {
            worst = worst.and(property.grade());
        }
        return worst;
    }

    private static Grade worst(Concern itself, List<SettingPlan> settings) {
        return settings.stream().map(SettingPlan::grade).reduce(itself.grade(), Grade::and);
    }

    private static BlastRadius radius(Concern itself, List<SettingPlan> settings) {
        return settings.stream().map(each -> each.concern().radius()).reduce(itself.radius(), BlastRadius::and);
    }

    /** What an orphaned type must not take with it, or away from others (D5). */
    private List<String> blockers(TypeDiff orphan) {
        List<String> blockers = new ArrayList<>();
        references.to(orphan.name()).forEach(property -> blockers.add("property " + property + " refers to it"));
        blockers.addAll(orphans.blockers(orphan));
        return blockers;
    }

    private PropertyPlan plan(TypeDiff type, PropertyDiff diff, Action typeAction) {
        Action action = type.state() == ChangeState.CONFLICT ? Action.NONE : propertyAction(type, diff, typeAction);
        SaidDifferently said = SaidDifferently.of(type, diff, ownSettings);
        boolean orphanOfLiving = diff.state() == ChangeState.ORPHANED && type.state() != ChangeState.ORPHANED;
        List<SettingPlan> settings = effects.of(type, diff, said);
        Concern itself = concerns.ofItself(type, diff, action);
        return new PropertyPlan(
                diff,
                action,
                concerns.areCounted() ? worst(itself, settings) : diff.grade().and(said.grade()),
                radius(itself, settings),
                orphanOfLiving ? orphans.blockers(diff) : List.of(),
                rows.after(type, diff, action),
                settings,
                orphanOfLiving ? suggestions.forProperty(type, diff) : List.of());
    }

    private Action propertyAction(TypeDiff type, PropertyDiff diff, Action typeAction) {
        return switch (diff.state()) {
            case NEW -> Action.CREATE;
            case UPDATED -> Action.UPDATE;
            case ORPHANED -> {
                if (type.state() == ChangeState.ORPHANED) {
                    yield typeAction == Action.DELETE ? Action.DELETE : Action.KEEP;
                }
                Action action = orphans.action(diff);
                yield action == Action.KEEP && rows.changesKept(type, diff) ? Action.UPDATE : action;
            }
            case IDENTICAL, GATED, CONFLICT, ABSENT -> Action.NONE;
        };
    }
}
