package dev.synchronizer.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one container declares. */
final class FoundInContainer {
    private final Container container;
    private final List<DeclaredClass> types = new ArrayList<>();
    private final Map<String, ModuleIdentity> modules = new TreeMap<>();
    private boolean doubtful;

    FoundInContainer(Container container) {
        this.container = container;
    }

    void add(DeclaredClass declared) {
        if (declared.annotation(OurAnnotations.CONTENT_TYPE).isPresent()) {
            types.add(declared);
        }
        declared.annotation(OurAnnotations.CONTENT_MODULE)
                .map(module -> ModuleIdentity.of(module.text("name"), module.text("version")))
                .filter(module -> !module.saysNothing())
                .ifPresent(module -> modules.put(declared.packageName(), module));
    }

    /** Something in it could not be read, or another container goes before it. */
    void markDoubtful() {
        doubtful = true;
    }

    Container container() {
        return container;
    }

    /** The classes that are annotated as content types. */
    List<DeclaredClass> types() {
        return types;
    }

    /** What {@code @ContentModule} says, by package. */
    Map<String, ModuleIdentity> modules() {
        return modules;
    }

    /** Whether it is certain that there is nothing in it. */
    boolean isEmpty() {
        return types.isEmpty() && modules.isEmpty() && !doubtful;
    }
}
