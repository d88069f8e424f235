package dev.synchronizer.scan;

import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.StepModel;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.scan.DeclaredStep.Rename;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives types and properties the former names that migration steps declare, so that a plan need not know of these. */
final class StepRenames {
    private static final Comparator<DeclaredStep> NEWEST_FIRST =
            Comparator.comparing(DeclaredStep::model, StepModel.ORDER.reversed());

    private final Collection<Problem> problems;

    StepRenames(Collection<Problem> problems) {
        this.problems = problems;
    }

    ContentModel apply(ContentModel model, Collection<DeclaredStep> steps) {
        ContentModel renamed = model;
        // The newest first, so that an older one finds the name that it led to, even where that is a former one too.
        for (DeclaredStep step : steps.stream().sorted(NEWEST_FIRST).toList()) {
            for (int i = step.renames().size() - 1; i >= 0; i--) {
                renamed = apply(renamed, step, step.renames().get(i));
            }
        }
        return renamed;
    }

    private ContentModel apply(ContentModel model, DeclaredStep step, Rename rename) {
        Set<String> places = rename.isOfType() ? Set.of() : declaringClasses(model, rename);
        List<ModuleModel> modules = new ArrayList<>();
        boolean[] found = {false};
        for (ModuleModel module : model.modules()) {
            List<TypeModel> types = new ArrayList<>();
            for (TypeModel type : module.types()) {
                Optional<TypeModel> renamed =
                        rename.isOfType() ? ofType(type, rename) : ofProperty(type, rename, places);
                found[0] |= renamed.isPresent();
                types.add(renamed.orElse(type));
            }
            modules.add(module.withTypes(types));
        }
        if (!found[0]) {
            problems.add(unknown(step, rename));
            return model;
        }
        return new ContentModel(modules, model.lookedUp());
    }

    private static Optional<TypeModel> ofType(TypeModel type, Rename rename) {
        return withFormer(type.formerNames(), type.name(), rename.type(), rename.to())
                .map(type::withFormerNames);
    }

    /** Where the type that is named has the property from, for those that inherit it have it from there too. */
    private static Set<String> declaringClasses(ContentModel model, Rename rename) {
        Set<String> classes = new HashSet<>();
        model.types()
                .filter(type -> isCalled(type.formerNames(), type.name(), rename.type()))
                .flatMap(type -> type.properties().stream())
                .filter(property -> isCalled(property.formerNames(), property.name(), rename.to()))
                .forEach(property -> classes.add(property.declaredIn()));
        return classes;
    }

    private static Optional<TypeModel> ofProperty(TypeModel type, Rename rename, Set<String> places) {
        boolean concerned = isCalled(type.formerNames(), type.name(), rename.type())
                || type.superTypes().contains(rename.type());
        if (!concerned) {
            return Optional.empty();
        }
        List<PropertyModel> properties = new ArrayList<>();
        boolean found = false;
        for (PropertyModel property : type.properties()) {
            Optional<PropertyModel> renamed = places.contains(property.declaredIn())
                    ? withFormer(property.formerNames(), property.name(), rename.property(), rename.to())
                            .map(property::withFormerNames)
                    : Optional.empty();
            found |= renamed.isPresent();
            properties.add(renamed.orElse(property));
        }
        return found ? Optional.of(type.withProperties(properties)) : Optional.empty();
    }

    private static boolean isCalled(List<String> formerNames, String name, String wanted) {
        return name.equals(wanted) || formerNames.contains(wanted);
    }

    /** The chain of former names, the oldest first, with one more; nothing if the rename leads to none of them. */
    private static Optional<List<String>> withFormer(List<String> formerNames, String name, String former, String to) {
        if (!isCalled(formerNames, name, to)) {
            return Optional.empty();
        }
        List<String> chain = new ArrayList<>(formerNames);
        if (!chain.contains(former)) {
            chain.add(name.equals(to) ? chain.size() : chain.indexOf(to), former);
        }
        return Optional.of(chain);
    }

    private static Problem unknown(DeclaredStep step, Rename rename) {
        return Problem.of(
                ProblemCode.UNKNOWN_RENAME,
                step.model().className(),
                "it declares the rename of " + rename + ", and nothing of that name is declared");
    }
}
