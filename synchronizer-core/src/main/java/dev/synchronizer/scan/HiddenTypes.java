package dev.synchronizer.scan;

import dev.synchronizer.archive.Container;
import dev.synchronizer.archive.ModuleIdentity;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Reports content types whose class is on the path twice, where it matters which one is meant: in two versions of a
 * module (A5), or different ones in two modules (B2). Else the first hides the others, as on any class path.
 */
final class HiddenTypes {
    private final ClassLookup lookup;
    private final Collection<Problem> problems;
    private final Map<Container, ContainerModules> modules = new HashMap<>();

    HiddenTypes(ClassLookup lookup, Collection<Problem> problems) {
        this.lookup = lookup;
        this.problems = problems;
    }

    void report(Map<FoundInContainer, ContainerModules> scanned) {
        scanned.forEach((found, of) -> modules.put(found.container(), of));
        scanned.forEach((found, of) -> found.hidden().forEach(hidden -> report(hidden, found.container(), of)));
    }

    private void report(DeclaredClass hidden, Container container, ContainerModules of) {
        if (lookup.find(hidden.name()) instanceof Sighting.Found seen
                && seen.declared().annotation(OurAnnotations.CONTENT_TYPE).isPresent()
                && seen.container() != null
                && modules.containsKey(seen.container())) {
            String packageName = hidden.packageName();
            ModuleIdentity first = modules.get(seen.container()).of(packageName);
            ModuleIdentity second = of.of(packageName);
            if (!Objects.equals(first.name(), second.name())) {
                reportOther(hidden, seen.declared(), first, second);
            } else if (first.version() != null && second.version() != null) {
                reportVersions(first, seen.container().label(), second, container.label());
            }
        }
    }

    private void reportOther(DeclaredClass hidden, DeclaredClass seen, ModuleIdentity first, ModuleIdentity second) {
        if (!hidden.equals(seen)) {
            problems.add(new Problem(
                    ProblemCode.DUPLICATE_TYPE_NAME,
                    hidden.name(),
                    "the name " + ContentNames.of(seen) + " belongs to " + seen.name() + " in " + first.name()
                            + " and to another declaration of that class in " + second.name(),
                    "leave one of the modules out, or rename one of the classes"));
        }
    }

    private void reportVersions(ModuleIdentity first, String place, ModuleIdentity second, String otherPlace) {
        String version = String.valueOf(first.version());
        String other = String.valueOf(second.version());
        if (!version.equals(other)) {
            problems.add(ModuleAssembly.twice(String.valueOf(first.name()), version, place, other, otherPlace));
        }
    }
}
