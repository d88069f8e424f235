package dev.synchronizer.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads one annotation and hands it over when it is complete. */
final class AnnotationCollector extends AnnotationVisitor {
    private final Map<String, Object> values = new HashMap<>();
    private final Runnable end;

    private AnnotationCollector(Consumer<Map<String, Object>> complete) {
        super(Opcodes.ASM9);
        this.end = () -> complete.accept(values);
    }

    /** A visitor for an annotation that concerns us, null for any other. */
    static @Nullable AnnotationVisitor of(String descriptor, Consumer<Annotation> target) {
        String prefix = Annotation.prefixOf(descriptor);
        return prefix == null
                ? null
                : new AnnotationCollector(values -> {
                    String name = descriptor.substring(prefix.length(), descriptor.length() - 1);
                    target.accept(new Annotation(name, Annotation.isOurs(prefix), values));
                });
    }

    @Override
    public void visit(String name, Object value) {
        values.put(name, plain(value));
    }

    private static Object plain(Object value) {
        return value instanceof Type type ? TypeSignature.type(type.getDescriptor()) : value;
    }

    @Override
    public void visitEnum(String name, String descriptor, String value) {
        values.put(name, value);
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String name, String descriptor) {
        return of(descriptor, annotation -> values.put(name, annotation));
    }

    @Override
    public AnnotationVisitor visitArray(String name) {
        List<Object> items = new ArrayList<>();
        values.put(name, items);
        return new Items(items);
    }

    @Override
    public void visitEnd() {
        end.run();
    }

    /** The items of an array, which have no names. */
    private static final class Items extends AnnotationVisitor {
        private final List<Object> items;

        Items(List<Object> items) {
            super(Opcodes.ASM9);
            this.items = items;
        }

        @Override
        public void visit(@Nullable String name, Object value) {
            items.add(plain(value));
        }

        @Override
        public void visitEnum(@Nullable String name, String descriptor, String value) {
            items.add(value);
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(@Nullable String name, String descriptor) {
            return of(descriptor, items::add);
        }
    }
}
