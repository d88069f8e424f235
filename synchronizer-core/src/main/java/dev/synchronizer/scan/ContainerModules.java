package dev.synchronizer.scan;

import dev.synchronizer.archive.Container;
import dev.synchronizer.archive.Containers;
import dev.synchronizer.archive.ModuleIdentity;
import dev.synchronizer.problem.Problem;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The modules of one container. One {@code @ContentModule} speaks for all of it; several that differ each speak for
 * their package and those below it, and the rest belongs to the container's own module (A5).
 */
final class ContainerModules {
    private final ModuleIdentity own;
    private final Map<String, ModuleIdentity> byPackage = new TreeMap<>();

    private ContainerModules(ModuleIdentity own) {
        this.own = own;
    }

    static ContainerModules of(FoundInContainer found, Collection<Problem> problems) {
        ModuleIdentity own = own(found.container(), problems);
        Set<ModuleIdentity> declared = new HashSet<>(found.modules().values());
        if (declared.size() == 1) {
            return new ContainerModules(declared.iterator().next().or(own));
        }
        ContainerModules modules = new ContainerModules(own);
        found.modules().forEach((name, module) -> modules.byPackage.put(name, module.or(own)));
        return modules;
    }

    private static ModuleIdentity own(Container container, Collection<Problem> problems) {
        try {
            return ModuleSources.of(container);
        } catch (IOException e) {
            problems.add(Containers.unreadable(container.label(), String.valueOf(e.getMessage())));
            return container.namedByFile();
        }
    }

    /** The module of the classes in a package. */
    ModuleIdentity of(String packageName) {
        String name = packageName;
        while (!name.isEmpty()) {
            ModuleIdentity module = byPackage.get(name);
            if (module != null) {
                return module;
            }
            name = name.substring(0, Math.max(name.lastIndexOf('.'), 0));
        }
        return own;
    }

    /** Every module that the container names, with types or without. */
    Set<ModuleIdentity> all() {
        Set<ModuleIdentity> all = new LinkedHashSet<>();
        all.add(own);
        all.addAll(byPackage.values());
        return all;
    }
}
