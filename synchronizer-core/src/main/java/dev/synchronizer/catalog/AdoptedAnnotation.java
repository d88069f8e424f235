package dev.synchronizer.catalog;

import dev.synchronizer.model.SettingKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What code has to say so that overrides of one type or property become redundant (E8).
 *
 * @param className the class to change
 * @param property the property whose getter, field or record component is annotated, or null where the class is
 * @param declaredIn the ancestor of the class that declares the property for others too, or null where the class does so
 *     itself
 * @param annotation the annotation's source with just what is new, or empty where something is only to be left out
 * @param leaveOut elements to take out of the annotation, since administrators want them to have no value
 */
public record AdoptedAnnotation(
        String className,
        @Nullable String property,
        @Nullable String declaredIn,
        String annotation,
        List<SettingKey> leaveOut) {

    public AdoptedAnnotation {
        leaveOut = List.copyOf(leaveOut);
    }
}
