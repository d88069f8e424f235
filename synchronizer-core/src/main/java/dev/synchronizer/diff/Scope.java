package dev.synchronizer.diff;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison is asked to look at beyond what is scanned.
 *
 * @param types names of the types to synchronize on their own, with what they need; empty: all (D9)
 * @param goneModules names of stored modules that will not come back (C4)
 * @param packages names of the packages to which, with those below them, the scan was restricted; empty: none. A stored
 *     type of a class elsewhere was not looked for, and is no orphan
 */
public record Scope(Set<String> types, Set<String> goneModules, Set<String> packages) {
    private static final Scope EVERYTHING = new Scope(Set.of(), Set.of(), Set.of());

    public Scope {
        types = Set.copyOf(types);
        goneModules = Set.copyOf(goneModules);
        packages = Set.copyOf(packages);
    }

    public static Scope everything() {
        return EVERYTHING;
    }

    public Scope onlyTypes(Collection<String> names) {
        return new Scope(new TreeSet<>(names), goneModules, packages);
    }

    public Scope gone(Collection<String> modules) {
        return new Scope(types, new TreeSet<>(modules), packages);
    }

    public Scope within(Collection<String> names) {
        return new Scope(types, goneModules, new TreeSet<>(names));
    }

    /** Whether all that is scanned is looked at, and nothing else. */
    public boolean isEverything() {
        return types.isEmpty() && goneModules.isEmpty();
    }

    /** Whether a class of this name was looked for. */
    boolean covers(@Nullable String className) {
        return packages.isEmpty()
                || className == null
                || packages.stream().anyMatch(name -> className.startsWith(name + "."));
    }
}
