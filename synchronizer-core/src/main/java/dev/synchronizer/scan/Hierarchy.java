package dev.synchronizer.scan;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Resolves inheritance: what each class has of its own and from its supertypes, looked up as they are needed. */
final class Hierarchy {
    /** Supertypes that declare no property, and are so common that they need not be read. */
    private static final Set<String> WITHOUT_PROPERTIES = Set.of(
            "java.lang.Object",
            "java.lang.Record",
            "java.lang.Cloneable",
            "java.lang.Comparable",
            "java.io.Serializable");

    private final ClassLookup lookup;
    private final Collection<Problem> problems;
    private final Map<String, Optional<ClassView>> views = new HashMap<>();

    Hierarchy(ClassLookup lookup, Collection<Problem> problems) {
        this.lookup = lookup;
        this.problems = problems;
    }

    /** The view of a class that was read; one that inherits from itself is cut off there. */
    ClassView view(DeclaredClass declared) {
        Optional<ClassView> known = views.get(declared.name());
        if (known != null && known.isPresent()) {
            return known.get();
        }
        views.put(declared.name(), Optional.empty());
        ClassView view = resolve(declared);
        views.put(declared.name(), Optional.of(view));
        return view;
    }

    private ClassView resolve(DeclaredClass declared) {
        Inheritance inheritance = new Inheritance(declared);
        for (JavaType.Named superType : declared.superTypes()) {
            ClassView view = viewOf(superType.name(), declared);
            if (view != null && lookup.find(superType.name()) instanceof Sighting.Found found) {
                inheritance.add(found, view, bindings(view.declared(), superType));
            }
        }
        return inheritance.view();
    }

    private @Nullable ClassView viewOf(String superType, DeclaredClass declared) {
        if (WITHOUT_PROPERTIES.contains(superType)) {
            return null;
        }
        if (lookup.find(superType) instanceof Sighting.Absent) {
            problems.add(Problem.of(
                    ProblemCode.SUPERTYPE_MISSING,
                    declared.name(),
                    "its supertype " + superType + " is neither among the models nor on the class path"));
        }
        DeclaredClass found = lookup.declared(superType);
        boolean circle = views.containsKey(superType) && views.get(superType).isEmpty();
        return found == null || circle ? null : view(found);
    }

    /** The type arguments that a class gives to its supertype; bounds stand in where it gives none. */
    private static Map<String, JavaType> bindings(DeclaredClass superClass, JavaType.Named use) {
        Map<String, JavaType> bindings = new LinkedHashMap<>();
        List<JavaType> arguments = use.arguments();
        for (Map.Entry<String, JavaType> parameter : superClass.typeParameters().entrySet()) {
            int position = bindings.size();
            bindings.put(
                    parameter.getKey(), position < arguments.size() ? arguments.get(position) : parameter.getValue());
        }
        return bindings;
    }
}
