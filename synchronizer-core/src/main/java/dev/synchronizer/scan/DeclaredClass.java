package dev.synchronizer.scan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Opcodes;

/**
 * What a class file declares, as far as it matters to models. Nothing inherited is in it, so that it stays true when a
 * supertype changes in another jar.
 *
 * @param name the binary name
 * @param simpleName the name in its source
 * @param access the flags of its declaration
 * @param needsInstance whether it is an inner class that exists only within an instance or a method of another
 * @param typeParameters names and bounds
 * @param superTypes the superclass, then the interfaces; none for {@code java.lang.Object}
 * @param annotations ours
 * @param properties by the name of the bean property
 * @param constants of an enum, in the order of the source
 */
record DeclaredClass(
        String name,
        String simpleName,
        int access,
        boolean needsInstance,
        Map<String, JavaType> typeParameters,
        List<JavaType.Named> superTypes,
        List<Annotation> annotations,
        Map<String, DeclaredProperty> properties,
        List<String> constants) {

    boolean is(int flag) {
        return (access & flag) != 0;
    }

    boolean isInterface() {
        return is(Opcodes.ACC_INTERFACE);
    }

    boolean isEnum() {
        return is(Opcodes.ACC_ENUM);
    }

    Optional<Annotation> annotation(String ourName) {
        for (Annotation annotation : annotations) {
            if (annotation.is(ourName)) {
                return Optional.of(annotation);
            }
        }
        return Optional.empty();
    }

    /** Whether it is annotated as a content type or a migration step. */
    boolean isTypeOrStep() {
        return annotation(OurAnnotations.CONTENT_TYPE).isPresent()
                || annotation(OurAnnotations.MIGRATION).isPresent();
    }

    /** The name of its package, empty for the unnamed one. */
    String packageName() {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }
}
