package dev.synchronizer.benchmarks.world;

import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import dev.synchronizer.annotation.ContentType;
import dev.synchronizer.annotation.Property;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Jars of generated content types, with ten bean properties each. */
public final class ModelJar {
    public static final String PACKAGE = "generated.site";
    public static final int PROPERTIES = 10;

    private static final List<Class<?>> JAVA_TYPES = List.of(
            String.class,
            Integer.class,
            LocalDate.class,
            String.class,
            Boolean.class,
            BigDecimal.class,
            String.class,
            URI.class,
            Instant.class,
            UUID.class);

    private ModelJar() {}

    /**
     * Writes a jar.
     *
     * @param name the module's name
     * @param types how many types it declares
     * @param changed the number of a type with another display name and one more property, or -1 for none
     */
    public static Path write(Path folder, String name, int types, int changed) {
        return write(folder, name, 0, types, changed);
    }

    /** Writes a jar that declares all but the first types, as if their classes had been taken away. */
    public static Path without(Path folder, String name, int first, int types) {
        return write(folder, name, first, types, -1);
    }

    private static Path write(Path folder, String name, int first, int types, int changed) {
        Path jar = folder.resolve(name + "-1.0.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_TITLE, name);
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, "1.0");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (int i = first; i < types; i++) {
                String className = className(name, i);
                out.putNextEntry(new JarEntry(className + ".class"));
                out.write(type(className, i, i == changed));
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jar;
    }

    private static String className(String name, int number) {
        String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return PACKAGE.replace('.', '/') + "/" + name + "/p" + number / 100 + "/" + capital + number;
    }

    private static byte[] type(String className, int number, boolean changed) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(V17, ACC_PUBLIC | ACC_SUPER, className, null, "java/lang/Object", null);
        AnnotationVisitor annotation = writer.visitAnnotation(Type.getDescriptor(ContentType.class), true);
        annotation.visit("displayName", (changed ? "Changed type number " : "Type number ") + number);
        annotation.visit("groupName", "Generated");
        annotation.visitEnd();
        constructor(writer);
        for (int i = 0; i < PROPERTIES + (changed ? 1 : 0); i++) {
            property(writer, className, "property" + i, JAVA_TYPES.get(i % JAVA_TYPES.size()), i);
        }
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static void constructor(ClassWriter writer) {
        MethodVisitor constructor = writer.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
        constructor.visitCode();
        constructor.visitVarInsn(ALOAD, 0);
        constructor.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        end(constructor, RETURN);
    }

    private static void property(ClassWriter writer, String className, String name, Class<?> javaType, int number) {
        String descriptor = Type.getDescriptor(javaType);
        String suffix = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        writer.visitField(ACC_PRIVATE, name, descriptor, null, null).visitEnd();

        MethodVisitor getter = writer.visitMethod(ACC_PUBLIC, "get" + suffix, "()" + descriptor, null, null);
        if (number % 2 == 0) {
            AnnotationVisitor annotation = getter.visitAnnotation(Type.getDescriptor(Property.class), true);
            annotation.visit("displayName", "Property number " + number);
            annotation.visit("order", number);
            annotation.visitEnd();
        }
        getter.visitCode();
        getter.visitVarInsn(ALOAD, 0);
        getter.visitFieldInsn(GETFIELD, className, name, descriptor);
        end(getter, ARETURN);

        MethodVisitor setter = writer.visitMethod(ACC_PUBLIC, "set" + suffix, "(" + descriptor + ")V", null, null);
        setter.visitCode();
        setter.visitVarInsn(ALOAD, 0);
        setter.visitVarInsn(ALOAD, 1);
        setter.visitFieldInsn(PUTFIELD, className, name, descriptor);
        end(setter, RETURN);
    }

    private static void end(MethodVisitor method, int instruction) {
        method.visitInsn(instruction);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }
}
