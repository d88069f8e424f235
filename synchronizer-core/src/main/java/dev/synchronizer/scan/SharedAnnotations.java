package dev.synchronizer.scan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads the annotations that types and properties have in common. */
final class SharedAnnotations {
    private SharedAnnotations() {}

    /** In the order of the source, which is the oldest first. */
    static List<String> formerNames(List<Annotation> annotations) {
        Set<String> names = new LinkedHashSet<>();
        for (Annotation annotation : annotations) {
            if (annotation.is(OurAnnotations.RENAMED_FROM)) {
                names.add(annotation.text("value"));
            } else if (annotation.is(OurAnnotations.SEVERAL_RENAMED_FROM)) {
                annotation.annotations("value").forEach(each -> names.add(each.text("value")));
            }
        }
        names.remove("");
        return List.copyOf(names);
    }

    static List<String> suppressed(List<Annotation> annotations) {
        Set<String> codes = new TreeSet<>();
        for (Annotation annotation : annotations) {
            if (annotation.is(OurAnnotations.SUPPRESS)) {
                codes.addAll(annotation.texts("value"));
            }
        }
        return List.copyOf(codes);
    }
}
