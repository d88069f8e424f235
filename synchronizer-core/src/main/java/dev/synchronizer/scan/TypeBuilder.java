package dev.synchronizer.scan;

import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/** Makes content types of annotated classes. */
final class TypeBuilder {
    private static final Set<SettingKey> OF_TYPE = Set.of(
            SettingKey.DISPLAY_NAME,
            SettingKey.DESCRIPTION,
            SettingKey.GROUP_NAME,
            SettingKey.ORDER,
            SettingKey.LOCKED,
            SettingKey.KIND,
            SettingKey.ICON,
            SettingKey.ACCESS,
            SettingKey.AVAILABLE_IN_EDIT_MODE);

    private final ContentNames names;
    private final Hierarchy hierarchy;
    private final PropertyBuilder properties;
    private final ModuleNames modules;
    private final Collection<Problem> problems;

    TypeBuilder(ClassLookup lookup, ModuleNames modules, Collection<Problem> problems) {
        this.names = new ContentNames(lookup);
        this.hierarchy = new Hierarchy(lookup, problems);
        this.properties = new PropertyBuilder(lookup, problems);
        this.modules = modules;
        this.problems = problems;
    }

    /** The type, or nothing if the class cannot be one, which is reported. */
    Optional<TypeModel> build(DeclaredClass declared, String module) {
        if (declared.isInterface() || declared.isEnum() || declared.needsInstance()) {
            problems.add(notAContentClass(declared));
            return Optional.empty();
        }
        Annotation annotation = declared.annotation(OurAnnotations.CONTENT_TYPE).orElseThrow();
        String kind = annotation.text("kind");
        if (!kind.isEmpty()
                && Arrays.stream(ContentKind.values())
                        .noneMatch(known -> known.name().equals(kind))) {
            problems.add(unknownKind(declared, kind));
            return Optional.empty();
        }
        ClassView view = hierarchy.view(declared);
        String guid = annotation.text("guid");
        return Optional.of(new TypeModel(
                ContentNames.of(declared),
                declared.name(),
                guid.isEmpty() ? null : guid,
                settings(declared, annotation),
                properties(view),
                SharedAnnotations.formerNames(declared.annotations()),
                SharedAnnotations.suppressed(declared.annotations()),
                superTypes(view),
                superModules(view, module)));
    }

    private static Problem notAContentClass(DeclaredClass declared) {
        String what = declared.isEnum() ? "an enum" : "an inner class that is not static, or is declared in a method";
        if (declared.isInterface()) {
            what = declared.is(Opcodes.ACC_ANNOTATION) ? "an annotation" : "an interface";
        }
        return Problem.of(
                ProblemCode.NOT_A_CONTENT_CLASS, declared.name(), "it is annotated with @ContentType, and is " + what);
    }

    /** Whoever compiled it had newer annotations than ours. */
    private static Problem unknownKind(DeclaredClass declared, String kind) {
        return new Problem(
                ProblemCode.CLASS_UNREADABLE,
                declared.name(),
                "its kind " + kind + " is not among those that are known: " + Arrays.toString(ContentKind.values()),
                "use a release of the synchronizer as new as the annotations that the class was compiled with");
    }

    private Settings settings(DeclaredClass declared, Annotation annotation) {
        SaidSettings said = new SaidSettings();
        said.putAll(annotation, OF_TYPE);
        said.put(SettingKey.ALLOWED_PARENTS, SettingValue.set(names.of(annotation.classes("allowedParents"))));
        said.put(SettingKey.ALLOWED_CHILDREN, SettingValue.set(names.of(annotation.classes("allowedChildren"))));
        if (declared.is(Opcodes.ACC_ABSTRACT)) {
            said.put(SettingKey.ABSTRACT, SettingValue.of(true));
        }
        return Settings.of(said.values());
    }

    private List<PropertyModel> properties(ClassView view) {
        List<PropertyModel> found = new ArrayList<>();
        for (PropertyView property : view.properties().values()) {
            property.with(view.declared().typeParameters())
                    .model(properties::build)
                    .ifPresent(found::add);
        }
        return found;
    }

    private static List<String> superTypes(ClassView view) {
        return view.ancestors().stream()
                .map(Sighting.Found::declared)
                .filter(each -> !each.isInterface()
                        && each.annotation(OurAnnotations.CONTENT_TYPE).isPresent())
                .map(ContentNames::of)
                .toList();
    }

    private List<String> superModules(ClassView view, String own) {
        return view.ancestors().stream()
                .flatMap(each -> modules.moduleOf(each).stream())
                .filter(name -> !name.equals(own))
                .distinct()
                .sorted()
                .toList();
    }
}
