package dev.synchronizer.scan;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The modules of all containers that are scanned. */
final class ModuleNames {
    private final Map<Container, ContainerModules> modules = new HashMap<>();

    void put(Container container, ContainerModules of) {
        modules.put(container, of);
    }

    /** The name of the module that a class comes from, if it was scanned. */
    Optional<String> moduleOf(Sighting.Found found) {
        @Nullable Container container = found.container();
        ContainerModules of = container == null ? null : modules.get(container);
        return of == null
                ? Optional.empty()
                : Optional.ofNullable(of.of(found.declared().packageName()).name());
    }
}
