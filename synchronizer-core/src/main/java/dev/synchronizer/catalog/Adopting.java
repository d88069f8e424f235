package dev.synchronizer.catalog;

import dev.synchronizer.model.Address;
import dev.synchronizer.model.Overlay;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.store.StoredReads;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes the annotations that would carry overrides in code (E8). */
final class Adopting {
    /** By the address of the type or property. */
    private final Map<Address, Element> elements = new TreeMap<>();

    private final Map<Address, String> left = new TreeMap<>();

    private Adopting() {}

    /**
     * Writes what it takes for the overrides at some addresses: single ones, those of properties, those of types with
     * all of their properties.
     *
     * @throws dev.synchronizer.problem.ProblemsException if nothing of a name is stored
     */
    static Adoption adopt(StoredReads reads, Collection<Address> addresses) {
        Adopting adopting = new Adopting();
        for (Address address : addresses) {
            Explanation explanation = Explaining.explain(reads, address);
            explanation.all().stream()
                    .filter(setting -> setting.override() != null)
                    .forEach(setting -> adopting.add(explanation, setting));
        }
        return adopting.adoption();
    }

    private Adoption adoption() {
        List<AdoptedAnnotation> annotations =
                elements.values().stream().map(Element::annotation).toList();
        List<Adoption.Left> others = new ArrayList<>();
        left.forEach((setting, reason) -> others.add(new Adoption.Left(setting, reason)));
        return new Adoption(annotations, others);
    }

    private void add(Explanation explanation, SettingExplanation setting) {
        Address owner = new Address(explanation.name(), setting.property(), null);
        String reason = reasonToLeave(explanation, setting);
        if (reason == null) {
            elements.computeIfAbsent(owner, address -> new Element(explanation, setting))
                    .add(setting);
        } else {
            left.put(owner.withSetting(setting.setting()), reason);
        }
    }

    private static @Nullable String reasonToLeave(Explanation explanation, SettingExplanation setting) {
        return switch (Objects.requireNonNull(setting.standing())) {
            case REDUNDANT -> "code says the same already";
            case LOCKED -> "code locks the setting, so that it does not apply";
            case RESTING -> "code no longer declares it";
            case UNKNOWN -> "this release does not know the setting, so that it does not apply";
            case EFFECTIVE -> {
                if (setting.declaredIn() == null || explanation.className() == null) {
                    yield "an administrator made " + (setting.property() == null ? "the type" : "the property")
                            + ", and no code declares it";
                }
                yield isNothing(setting) ? reasonAgainstNothing(explanation, setting) : null;
            }
        };
    }

    private static @Nullable String reasonAgainstNothing(Explanation explanation, SettingExplanation setting) {
        if (!Overlay.isSame(setting.builtIn(), null)) {
            return "code cannot say that there is to be none";
        }
        boolean inherited = !Objects.equals(setting.declaredIn(), explanation.className());
        return inherited ? "a class cannot leave out what it inherits from " + setting.declaredIn() : null;
    }

    /** What code can only say by leaving it out. */
    private static boolean isNothing(SettingExplanation setting) {
        return Overlay.isSame(override(setting).value(), null);
    }

    private static SettingOverride override(SettingExplanation setting) {
        return Objects.requireNonNull(setting.override());
    }

    /** A class or property that gets an annotation. */
    private static final class Element {
        private final String className;
        private final @Nullable String property;
        private final @Nullable String declaredIn;
        private final Map<SettingKey, SettingValue> said = new EnumMap<>(SettingKey.class);
        private final Set<SettingKey> leftOut = EnumSet.noneOf(SettingKey.class);

        Element(Explanation explanation, SettingExplanation setting) {
            className = Objects.requireNonNull(explanation.className());
            property = setting.property();
            declaredIn = className.equals(setting.declaredIn()) ? null : setting.declaredIn();
        }

        void add(SettingExplanation setting) {
            SettingKey key = Objects.requireNonNull(setting.key());
            SettingValue value = override(setting).value();
            if (value == null || value.isEmpty()) {
                leftOut.add(key);
            } else {
                said.put(key, value);
            }
        }

        AdoptedAnnotation annotation() {
            SettingKey.Scope scope = property == null ? SettingKey.Scope.TYPE : SettingKey.Scope.PROPERTY;
            return new AdoptedAnnotation(
                    className,
                    property,
                    declaredIn,
                    said.isEmpty() ? "" : AnnotationSource.of(scope, said),
                    List.copyOf(leftOut));
        }
    }
}
