package dev.synchronizer.scan;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What a class does, as a text in which nothing stands that only its compilation decides. */
final class ClassCode extends ClassVisitor {
    /** The first says nothing since Java 1.1, and the second nothing since Java 17. */
    private static final int MEANINGLESS = Opcodes.ACC_SUPER | Opcodes.ACC_STRICT;

    private final SortedSet<String> members = new TreeSet<>();
    private final Set<String> nested = new TreeSet<>();
    private String head = "";
    private boolean madeOfNothing;

    private ClassCode() {
        super(Opcodes.ASM9);
    }

    /** Ends in some runtime exception, whatever ASM runs into, if the class file is damaged or too new. */
    static ClassCode read(byte[] bytes) {
        ClassCode code = new ClassCode();
        new ClassReader(bytes).accept(code, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return code;
    }

    String text() {
        return head + "\n" + String.join("\n", members);
    }

    /** Internal names of the nested classes that it knows of, its own among them. */
    Set<String> nested() {
        return nested;
    }

    /** Whether it has a public constructor without parameters. */
    boolean isMadeOfNothing() {
        return madeOfNothing;
    }

    @Override
    public void visit(
            int version,
            int flags,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String[] interfaces) {
        head = "class " + flags(flags) + " " + name + " " + superName + " " + String.join(",", interfaces);
    }

    private static int flags(int flags) {
        return flags & 0xFFFF & ~MEANINGLESS;
    }

    @Override
    public void visitInnerClass(String name, @Nullable String outer, @Nullable String inner, int flags) {
        nested.add(name);
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int flags, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
        String constant = value == null ? "" : " " + ConstantText.of(value);
        members.add("field " + (flags & 0xFFFF) + " " + name + " " + descriptor + constant);
        return null;
    }

    @Override
    public MethodVisitor visitMethod(
            int flags, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        madeOfNothing |= name.equals("<init>") && descriptor.equals("()V") && (flags & Opcodes.ACC_PUBLIC) != 0;
        String method = "method " + flags(flags) + " " + name + " " + descriptor;
        int self = (flags & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
        int parameters = (Type.getArgumentsAndReturnSizes(descriptor) >> 2) - 1 + self;
        return new MethodCode(parameters, code -> members.add(method + "\n" + code));
    }
}
