package dev.synchronizer.benchmarks.world;

import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** A jar of generated JPA entities, with an id and ten columns each. */
public final class EntityJar {
    private EntityJar() {}

    public static String className(int number) {
        return "generated.entity.Entity" + number;
    }

    public static Path write(Path folder, int entities) throws IOException {
        Path jar = folder.resolve("entities.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (int i = 0; i < entities; i++) {
                String name = className(i).replace('.', '/');
                out.putNextEntry(new JarEntry(name + ".class"));
                out.write(entity(name));
                out.closeEntry();
            }
        }
        return jar;
    }

    private static byte[] entity(String name) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(V17, ACC_PUBLIC | ACC_SUPER, name, null, "java/lang/Object", null);
        writer.visitAnnotation(Type.getDescriptor(Entity.class), true).visitEnd();
        FieldVisitor id = writer.visitField(ACC_PUBLIC, "id", "J", null, null);
        id.visitAnnotation(Type.getDescriptor(Id.class), true).visitEnd();
        id.visitEnd();
        for (int i = 0; i < ModelJar.PROPERTIES; i++) {
            writer.visitField(ACC_PUBLIC, "property" + i, "Ljava/lang/String;", null, null)
                    .visitEnd();
        }
        MethodVisitor constructor = writer.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
        constructor.visitCode();
        constructor.visitVarInsn(ALOAD, 0);
        constructor.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        constructor.visitInsn(RETURN);
        constructor.visitMaxs(0, 0);
        constructor.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }
}
