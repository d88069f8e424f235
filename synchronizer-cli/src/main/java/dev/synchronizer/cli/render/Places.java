package dev.synchronizer.cli.render;

import dev.synchronizer.diff.PropertyDiff;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.plan.PropertyPlan;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.plan.TypePlan;
import dev.synchronizer.problem.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Knows by which class a module, type or property is declared: where to look at what a problem is about. */
final class Places {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][\\w$]*([.#][A-Za-z_$][\\w$]*)*");

    private final Map<String, String> classes = new HashMap<>();
    private final Map<String, String> modules = new HashMap<>();

    private Places() {}

    static Places of(ReportInput input) {
        Places places = new Places();
        if (input.outcome() instanceof Outcome.Valid valid) {
            places.add(valid.model());
        }
        places.add(input.plan());
        return places;
    }

    private void add(ContentModel model) {
        for (ModuleModel module : model.modules()) {
            for (TypeModel type : module.types()) {
                classes.put(type.name(), type.className());
                modules.putIfAbsent(module.name(), type.className());
            }
        }
    }

    private void add(SyncPlan plan) {
        addModules(plan, type -> TypeView.matters(type.state()));
        addModules(plan, type -> true);
        for (TypePlan type : plan.types()) {
            String className = className(type);
            if (className != null) {
                classes.put(type.name(), className);
                type.properties().forEach(property -> classes.put(pathOf(type, property), owner(property, className)));
            }
        }
    }

    /** What is said of a module is mostly said because of what changes in it. */
    private void addModules(SyncPlan plan, Predicate<TypePlan> chosen) {
        for (TypePlan type : plan.types()) {
            String className = className(type);
            if (className != null && chosen.test(type)) {
                modules.putIfAbsent(type.diff().module(), className);
            }
        }
    }

    private static String pathOf(TypePlan type, PropertyPlan property) {
        return type.name() + "." + property.name();
    }

    private static @Nullable String className(TypePlan type) {
        if (type.diff().after() != null) {
            return type.diff().after().className();
        }
        return type.diff().stored() == null ? null : type.diff().stored().className();
    }

    private static String owner(PropertyPlan property, String className) {
        PropertyDiff diff = property.diff();
        return diff.after() == null ? className : diff.after().declaredIn();
    }

    /** The class to look at; empty where the subject is no part of a model. */
    Optional<String> classOf(String subject) {
        String known = classes.getOrDefault(subject, modules.get(subject));
        if (known != null || !isNameOfCode(subject)) {
            return Optional.ofNullable(known);
        }
        String owner = subject.split("#", 2)[0];
        return isCapital(owner.substring(owner.lastIndexOf('.') + 1)) ? Optional.of(owner) : Optional.empty();
    }

    /** The kind of thing that a subject is; empty where it is no part of a model: a file, the database, a policy. */
    String kindOf(String subject) {
        if (modules.containsKey(subject) && !classes.containsKey(subject)) {
            return "module";
        }
        if (!isNameOfCode(subject)) {
            return "";
        }
        String last = subject.substring(subject.lastIndexOf('.') + 1);
        boolean member = subject.indexOf('#') >= 0 || last.length() < subject.length() && !isCapital(last);
        return member ? "member" : "type";
    }

    /** Whether the problem is about a file that was given. */
    static boolean isAboutAFile(Problem problem) {
        return switch (problem.code()) {
            case PATH_NOT_FOUND,
                    JAR_UNREADABLE,
                    CLASS_UNREADABLE,
                    CLASS_TOO_NEW,
                    PLAN_FILE_UNREADABLE,
                    PLAN_FILE_ALTERED,
                    PLAN_STALE -> true;
            default -> false;
        };
    }

    private static boolean isNameOfCode(String subject) {
        return NAME.matcher(subject).matches();
    }

    private static boolean isCapital(String name) {
        return Character.isUpperCase(name.charAt(0));
    }
}
