package dev.synchronizer.scan;

import dev.synchronizer.archive.Container;
import dev.synchronizer.archive.ModuleIdentity;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The modules of containers: of those that are scanned, and of those in which supertypes turn out to be. */
final class ModuleNames {
    private final Map<Container, ContainerModules> scanned = new HashMap<>();
    private final Map<Container, ContainerModules> others = new HashMap<>();
    private final Set<ModuleIdentity> lookedUp = new LinkedHashSet<>();
    private final Function<Container, ContainerModules> naming;

    /** @param naming finds out about the modules of a container that is not scanned */
    ModuleNames(Function<Container, ContainerModules> naming) {
        this.naming = naming;
    }

    void put(Container container, ContainerModules of) {
        scanned.put(container, of);
    }

    /** The name of the module that a class comes from; the JDK's classes come from none. */
    Optional<String> moduleOf(Sighting.Found found) {
        @Nullable Container container = found.container();
        if (container == null) {
            return Optional.empty();
        }
        String packageName = found.declared().packageName();
        ContainerModules of = scanned.get(container);
        if (of != null) {
            return Optional.ofNullable(of.of(packageName).name());
        }
        ModuleIdentity module = others.computeIfAbsent(container, naming).of(packageName);
        lookedUp.add(module);
        return Optional.ofNullable(module.name());
    }

    /** The modules that were not scanned, and from which classes came. */
    Set<ModuleIdentity> lookedUp() {
        return lookedUp;
    }
}
