package dev.synchronizer.diff;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison is asked to look at. No restriction is null, and never an empty set: that would be nothing at all.
 *
 * @param types names of the types to synchronize on their own, with what they need (D9); null: all
 * @param goneModules names of stored modules that will not come back (C4)
 * @param packages names of the packages to which, with those below them, the scan was restricted; null: it was not. A
 *     stored type of a class elsewhere was not looked for, and is no orphan
 */
public record Scope(
        @Nullable Set<String> types,
        Set<String> goneModules,
        @Nullable Set<String> packages) {
    private static final Scope EVERYTHING = new Scope(null, Set.of(), null);

    public Scope {
        types = types == null ? null : named(types, "type");
        goneModules = Set.copyOf(goneModules);
        packages = packages == null ? null : named(packages, "package");
    }

    private static Set<String> named(Set<String> names, String what) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("no " + what + " is named");
        }
        return Set.copyOf(names);
    }

    public static Scope everything() {
        return EVERYTHING;
    }

    /**
     * Only these types, with what they need.
     *
     * @throws IllegalArgumentException if none is named
     */
    public Scope onlyTypes(Collection<String> names) {
        return new Scope(new TreeSet<>(names), goneModules, packages);
    }

    /** Without those among {@code modules}, which may be none. */
    public Scope gone(Collection<String> modules) {
        return new Scope(types, new TreeSet<>(modules), packages);
    }

    /**
     * Only classes in these packages and those below them.
     *
     * @throws IllegalArgumentException if none is named
     */
    public Scope within(Collection<String> names) {
        return new Scope(types, goneModules, new TreeSet<>(names));
    }

    /** As far as a scan looks that is restricted to these packages, or to none. */
    public Scope ofScan(Collection<String> names) {
        return names.isEmpty() ? new Scope(types, goneModules, null) : within(names);
    }

    /** Whether all that is scanned is looked at, and nothing else. */
    public boolean isEverything() {
        return types == null && goneModules.isEmpty();
    }

    /** Whether a class of this name was looked for. */
    boolean covers(@Nullable String className) {
        return packages == null
                || className == null
                || packages.stream().anyMatch(name -> className.startsWith(name + "."));
    }
}
