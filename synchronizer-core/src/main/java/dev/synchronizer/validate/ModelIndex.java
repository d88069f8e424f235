package dev.synchronizer.validate;

import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A model as the rules look at it, indexed once for all of them. */
final class ModelIndex {
    private final List<ModuleModel> modules;
    private final List<DeclaredType> types = new ArrayList<>();
    private final SortedMap<String, List<DeclaredType>> typesByName = new TreeMap<>();
    private final Set<PropertyModel> properties = new LinkedHashSet<>();
    private final Map<String, Set<String>> suppressions = new HashMap<>();

    ModelIndex(ContentModel model) {
        modules = model.modules();
        model.modules()
                .forEach(module -> module.types().forEach(type -> types.add(new DeclaredType(type, module.name()))));
        for (DeclaredType declared : types) {
            typesByName
                    .computeIfAbsent(declared.name(), name -> new ArrayList<>(1))
                    .add(declared);
            properties.addAll(declared.type().properties());
            suppress(declared.className(), declared.type().suppressed());
        }
        properties.forEach(property -> suppress(place(property), property.suppressed()));
    }

    private void suppress(String subject, List<String> codes) {
        if (!codes.isEmpty()) {
            suppressions.computeIfAbsent(subject, key -> new HashSet<>()).addAll(codes);
        }
    }

    /** The modules by name. */
    List<ModuleModel> modules() {
        return modules;
    }

    /** The types by module and name. */
    List<DeclaredType> types() {
        return types;
    }

    /** The types under each name; more than one only where the model is invalid. */
    SortedMap<String, List<DeclaredType>> typesByName() {
        return typesByName;
    }

    /** All properties, inherited ones once. */
    Set<PropertyModel> properties() {
        return properties;
    }

    /** The subject of a problem with a property: the class that declares it, and its name. */
    static String place(PropertyModel property) {
        return property.declaredIn() + "#" + property.name();
    }

    /** Whether a warning is accepted where it stands: at its property, or at the type that declares this (B11). */
    boolean suppresses(Problem problem) {
        if (problem.severity() != Severity.WARNING) {
            return false;
        }
        String subject = problem.subject();
        int hash = subject.indexOf('#');
        return isSuppressedAt(subject, problem) || hash >= 0 && isSuppressedAt(subject.substring(0, hash), problem);
    }

    private boolean isSuppressedAt(String subject, Problem problem) {
        return suppressions
                .getOrDefault(subject, Set.of())
                .contains(problem.code().id());
    }
}
