package dev.synchronizer.saving;

import dev.synchronizer.value.ValueKey;
import dev.synchronizer.value.Values;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that a save changes, over all properties of the model and all stored ones: fields first, then values by property and
 * language, then settings. Immutable.
 */
public final class ChangeSet {
    private static final ChangeSet NONE = new ChangeSet(new TreeMap<>());

    private final SortedMap<ChangedPlace, Change> changes;

    private ChangeSet(SortedMap<ChangedPlace, Change> changes) {
        this.changes = Collections.unmodifiableSortedMap(changes);
    }

    public static ChangeSet none() {
        return NONE;
    }

    /** A change at each place at most. */
    public static ChangeSet of(Collection<Change> changes) {
        TreeMap<ChangedPlace, Change> sorted = new TreeMap<>();
        changes.forEach(change -> sorted.put(change.place(), change));
        return new ChangeSet(sorted);
    }

    /** These and others, which win at places where both change something. */
    public ChangeSet and(Collection<Change> others) {
        TreeMap<ChangedPlace, Change> sorted = new TreeMap<>(changes);
        others.forEach(change -> sorted.put(change.place(), change));
        return new ChangeSet(sorted);
    }

    /** What makes of some values others. */
    public static ChangeSet between(Values before, Values after) {
        TreeMap<ChangedPlace, Change> changes = new TreeMap<>();
        TreeSet<ValueKey> keys = new TreeSet<>(before.keys());
        keys.addAll(after.keys());
        for (ValueKey key : keys) {
            if (!before.isSameAt(key, after)) {
                add(
                        ChangedPlace.value(key),
                        before.get(key).orElse(null),
                        after.get(key).orElse(null),
                        changes);
            }
        }
        return new ChangeSet(changes);
    }

    /** What stands at one place before and after; the same in both is no change. */
    public static Optional<Change> at(ChangedPlace place, @Nullable Object before, @Nullable Object after) {
        boolean same = before == null ? after == null : before.equals(after);
        return same ? Optional.empty() : Optional.of(Change.between(place, before, after));
    }

    private static void add(
            ChangedPlace place,
            @Nullable Object before,
            @Nullable Object after,
            SortedMap<ChangedPlace, Change> changes) {
        changes.put(place, Change.between(place, before, after));
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Sorted by place. */
    public List<Change> all() {
        return List.copyOf(changes.values());
    }

    /** The change at a place, if there is one. */
    public Optional<Change> at(ChangedPlace place) {
        return Optional.ofNullable(changes.get(place));
    }

    /** The change of a property's value of no language in particular. */
    public Optional<Change> of(String property) {
        return of(property, "");
    }

    /** The change of a property's value in a language. */
    public Optional<Change> of(String property, String language) {
        return at(ChangedPlace.value(property, language));
    }

    /** The change of a setting. */
    public Optional<Change> ofSetting(String setting) {
        return at(ChangedPlace.setting(setting));
    }

    /** The names of the properties whose values change, in whatever language. */
    public SortedSet<String> properties() {
        SortedSet<String> properties = new TreeSet<>();
        changes.keySet().stream()
                .filter(place -> place.kind() == ChangedPlace.Kind.VALUE)
                .forEach(place -> properties.add(place.name()));
        return properties;
    }

    /** The languages in which something changes; the empty one for what is of none in particular. */
    public SortedSet<String> languages() {
        SortedSet<String> languages = new TreeSet<>();
        changes.keySet().forEach(place -> languages.add(place.language()));
        return languages;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ChangeSet set && changes.equals(set.changes);
    }

    @Override
    public int hashCode() {
        return changes.hashCode();
    }

    @Override
    public String toString() {
        return changes.values().toString();
    }
}
