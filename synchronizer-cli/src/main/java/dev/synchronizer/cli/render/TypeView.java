package dev.synchronizer.cli.render;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.plan.TypePlan;
import java.util.List;
import java.util.stream.Stream;

/** What reports show of a type. */
record TypeView(EntryView entry, String module, List<PropertyView> properties) {
    static TypeView of(TypePlan type, SyncPlan plan, boolean all) {
        return new TypeView(
                EntryView.of(type, plan),
                type.diff().module(),
                type.properties().stream()
                        .filter(property -> all || matters(property.state()))
                        .map(property -> PropertyView.of(property, plan))
                        .toList());
    }

    /** The properties that have something to say beyond what is said of their type. */
    List<PropertyView> telling() {
        return properties.stream()
                .filter(property -> !goesWithItsType(property))
                .toList();
    }

    private boolean goesWithItsType(PropertyView property) {
        ChangeState state = property.entry().state();
        return state == entry.state()
                && (state == ChangeState.ORPHANED || state == ChangeState.GATED || state == ChangeState.ABSENT);
    }

    /** The addresses of overrides that are named beside the changes that they hide, or say too. */
    Stream<String> overridesNamed() {
        return Stream.concat(
                entry.overridesNamed(entry.name() + ".."),
                telling().stream()
                        .flatMap(property -> property.entry()
                                .overridesNamed(
                                        entry.name() + "." + property.entry().name() + ".")));
    }

    /** Identical and absent entries are counted, and listed only on demand. */
    static boolean matters(ChangeState state) {
        return state != ChangeState.IDENTICAL && state != ChangeState.ABSENT;
    }
}
