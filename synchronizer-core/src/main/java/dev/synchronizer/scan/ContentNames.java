package dev.synchronizer.scan;

import java.util.List;

/** The names of content types, by their classes. */
final class ContentNames {
    private final ClassLookup lookup;

    ContentNames(ClassLookup lookup) {
        this.lookup = lookup;
    }

    static String of(DeclaredClass declared) {
        String name = declared.annotation(OurAnnotations.CONTENT_TYPE)
                .map(annotation -> annotation.text("name"))
                .orElse("");
        return name.isEmpty() ? declared.simpleName() : name;
    }

    /** Of each class, its name as a content type, or its binary name if it is none. */
    List<String> of(List<JavaType> classes) {
        return classes.stream().map(JavaType::erasure).map(this::nameOf).toList();
    }

    private String nameOf(String className) {
        DeclaredClass declared = lookup.declared(className);
        if (declared == null || declared.annotation(OurAnnotations.CONTENT_TYPE).isEmpty()) {
            return className;
        }
        return of(declared);
    }
}
