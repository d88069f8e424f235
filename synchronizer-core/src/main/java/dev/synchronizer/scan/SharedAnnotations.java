package dev.synchronizer.scan;

import dev.synchronizer.annotation.RenamedFrom;
import dev.synchronizer.annotation.Suppress;
import java.util.ArrayList;
import java.util.List;

/** Reads the annotations that types and properties have in common. */
final class SharedAnnotations {
    private static final String SEVERAL_RENAMES = "RenamedFrom$List";

    private SharedAnnotations() {}

    /** In the order of the source, which is the oldest first. */
    static List<String> formerNames(List<Annotation> annotations) {
        List<String> names = new ArrayList<>();
        for (Annotation annotation : annotations) {
            if (annotation.is(RenamedFrom.class)) {
                names.add(annotation.text("value"));
            } else if (annotation.ours() && annotation.name().equals(SEVERAL_RENAMES)) {
                annotation.annotations("value").forEach(each -> names.add(each.text("value")));
            }
        }
        return names.stream().filter(name -> !name.isEmpty()).distinct().toList();
    }

    static List<String> suppressed(List<Annotation> annotations) {
        return annotations.stream()
                .filter(annotation -> annotation.is(Suppress.class))
                .flatMap(annotation -> annotation.texts("value").stream())
                .distinct()
                .sorted()
                .toList();
    }
}
