package dev.synchronizer.staging.directory;

import dev.synchronizer.task.TaskKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Which things are exported or imported. Immutable; each part narrows the choice.
 *
 * @param kinds the kinds, such as {@code ITEM}; none means all
 * @param types the names of types that things are of; none means all, and rules are of none
 * @param root the item that items stand below or are; things that are no items are left out by it
 * @param included patterns of paths of which one has to fit; none means that all do
 * @param excluded patterns of paths of which none may fit
 */
public record ThingFilter(
        Set<String> kinds, Set<String> types, Optional<UUID> root, List<String> included, List<String> excluded) {
    private static final ThingFilter ALL = new ThingFilter(Set.of(), Set.of(), Optional.empty(), List.of(), List.of());

    public ThingFilter {
        kinds = Set.copyOf(kinds);
        types = Set.copyOf(types);
        included = List.copyOf(included);
        excluded = List.copyOf(excluded);
        Set<String> known = Set.of(TaskKey.ITEM, TaskKey.DEFINITION, TaskKey.OVERRIDES, TaskKey.RULE);
        if (!known.containsAll(kinds)) {
            throw new IllegalArgumentException("a directory holds things of the kinds " + new TreeSet<>(known)
                    + ", and asked for is " + new TreeSet<>(kinds));
        }
    }

    public static ThingFilter everything() {
        return ALL;
    }

    public ThingFilter ofKinds(String... names) {
        return new ThingFilter(Set.of(names), types, root, included, excluded);
    }

    public ThingFilter ofTypes(String... names) {
        return new ThingFilter(kinds, Set.of(names), root, included, excluded);
    }

    /** An item and all that stands below it. */
    public ThingFilter below(UUID item) {
        return new ThingFilter(kinds, types, Optional.of(item), included, excluded);
    }

    /** Those at and below a path, in which {@code *} stands for anything but a slash and {@code **} for anything. */
    public ThingFilter including(String pattern) {
        return new ThingFilter(kinds, types, root, with(included, pattern), excluded);
    }

    /** None at or below a path, in which {@code *} stands for anything but a slash and {@code **} for anything. */
    public ThingFilter excluding(String pattern) {
        return new ThingFilter(kinds, types, root, included, with(excluded, pattern));
    }

    private static List<String> with(List<String> patterns, String pattern) {
        List<String> more = new ArrayList<>(patterns);
        more.add(pattern);
        return more;
    }

    /** What leaves a thing out, in a sentence; empty where nothing but the place of an item could. */
    Optional<String> leavesOut(TaskKey key, String type, String path) {
        String kind = key.kind();
        if (!kinds.isEmpty() && !kinds.contains(kind)) {
            return Optional.of("the filter chooses other kinds than " + kind.toLowerCase(Locale.ROOT));
        }
        if (!types.isEmpty() && !types.contains(type)) {
            return Optional.of(
                    kind.equals(TaskKey.RULE)
                            ? "the filter chooses by type, and rules are of none"
                            : "the filter chooses other types than " + type);
        }
        if (root.isPresent() && !kind.equals(TaskKey.ITEM)) {
            return Optional.of("the filter chooses items at and below " + root.get());
        }
        return leavesOut(path);
    }

    /** The same of what nobody knows but the path. */
    Optional<String> leavesOut(String path) {
        for (String pattern : excluded) {
            if (PathPattern.of(pattern).fits(path)) {
                return Optional.of("the filter excludes " + pattern);
            }
        }
        if (!included.isEmpty()
                && included.stream().noneMatch(each -> PathPattern.of(each).fits(path))) {
            return Optional.of("the filter includes " + String.join(", ", included) + " alone");
        }
        return Optional.empty();
    }
}
