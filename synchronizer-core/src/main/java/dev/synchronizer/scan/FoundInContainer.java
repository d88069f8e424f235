package dev.synchronizer.scan;

import dev.synchronizer.archive.Container;
import dev.synchronizer.archive.ModuleIdentity;
import dev.synchronizer.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one container declares. */
final class FoundInContainer {
    private final Container container;
    private final List<DeclaredClass> types = new ArrayList<>();
    private final List<DeclaredClass> steps = new ArrayList<>();
    private final List<DeclaredClass> hidden = new ArrayList<>();
    private final Map<String, ModuleIdentity> modules = new TreeMap<>();
    /** Something in it could not be read, or another container goes before it. */
    private boolean doubtful;

    private boolean damaged;

    FoundInContainer(Container container) {
        this.container = container;
    }

    /** Adds the next part, which counts unless the container turned out to be damaged before it. */
    void add(FoundInPart part, ClassLookup lookup, Collection<Problem> problems) {
        if (damaged) {
            return;
        }
        damaged = part.isDamaged();
        doubtful |= damaged || part.isDoubtful();
        problems.addAll(part.problems());
        hidden.addAll(part.hidden());
        part.sightings().forEach((name, sighting) -> {
            lookup.remember(name, sighting);
            if (sighting instanceof Sighting.Found seen) {
                add(seen.declared());
            }
        });
    }

    private void add(DeclaredClass declared) {
        if (declared.annotation(OurAnnotations.CONTENT_TYPE).isPresent()) {
            types.add(declared);
        }
        if (declared.annotation(OurAnnotations.MIGRATION).isPresent()) {
            steps.add(declared);
        }
        declared.annotation(OurAnnotations.CONTENT_MODULE)
                .map(module -> ModuleIdentity.of(module.text("name"), module.text("version")))
                .filter(module -> !module.saysNothing())
                .ifPresent(module -> modules.put(declared.packageName(), module));
    }

    Container container() {
        return container;
    }

    /** The classes that are annotated as content types. */
    List<DeclaredClass> types() {
        return types;
    }

    /** The classes that are annotated as migration steps. */
    List<DeclaredClass> steps() {
        return steps;
    }

    /** Those whose classes a container before this one holds too, so that they do not count. */
    List<DeclaredClass> hidden() {
        return hidden;
    }

    /** What {@code @ContentModule} says, by package. */
    Map<String, ModuleIdentity> modules() {
        return modules;
    }

    /** Whether it is certain that there is nothing in it. */
    boolean isEmpty() {
        return types.isEmpty() && steps.isEmpty() && modules.isEmpty() && !doubtful;
    }
}
