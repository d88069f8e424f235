package dev.synchronizer.diff;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a comparison is asked to look at beyond what is scanned.
 *
 * @param types names of the types to synchronize on their own, with what they need; empty: all (D9)
 * @param goneModules names of stored modules that will not come back (C4)
 */
public record Scope(Set<String> types, Set<String> goneModules) {
    private static final Scope EVERYTHING = new Scope(Set.of(), Set.of());

    public Scope {
        types = Set.copyOf(types);
        goneModules = Set.copyOf(goneModules);
    }

    public static Scope everything() {
        return EVERYTHING;
    }

    public Scope onlyTypes(Collection<String> names) {
        return new Scope(new TreeSet<>(names), goneModules);
    }

    public Scope gone(Collection<String> modules) {
        return new Scope(types, new TreeSet<>(modules));
    }
}
