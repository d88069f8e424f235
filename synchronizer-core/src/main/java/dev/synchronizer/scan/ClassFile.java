package dev.synchronizer.scan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;

/** Reads what a class file declares. No class is loaded, and no method body is looked at. */
final class ClassFile extends ClassVisitor {
    private static final int UNWRITTEN = Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE;

    private final List<Annotation> annotations = new ArrayList<>();
    private final Map<String, List<Member>> members = new LinkedHashMap<>();
    private final List<Member> fields = new ArrayList<>();
    private final List<String> constants = new ArrayList<>();
    private final List<String> components = new ArrayList<>();
    private String internalName = "";
    private String simpleName = "";
    private int access;
    private boolean needsInstance;
    private Map<String, JavaType> typeParameters = Map.of();
    private List<JavaType.Named> superTypes = List.of();

    private ClassFile() {
        super(Opcodes.ASM9);
    }

    /** Ends in some runtime exception, whatever ASM runs into, if the class file is damaged. */
    static DeclaredClass read(byte[] bytes) {
        ClassFile file = new ClassFile();
        new ClassReader(bytes).accept(file, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return file.declared();
    }

    private DeclaredClass declared() {
        fields.forEach(field -> add(propertyOf(field), field));
        Map<String, DeclaredProperty> properties = new LinkedHashMap<>();
        members.forEach((name, parts) -> properties.put(name, new DeclaredProperty(parts)));
        return new DeclaredClass(
                internalName.replace('/', '.'),
                simpleName,
                access,
                needsInstance,
                typeParameters,
                superTypes,
                annotations,
                properties,
                constants);
    }

    @Override
    public void visit(
            int version,
            int flags,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String[] interfaces) {
        access = flags;
        internalName = name;
        simpleName = name.substring(name.lastIndexOf('/') + 1);
        List<JavaType> types = new ArrayList<>();
        if (signature != null) {
            TypeSignature.OfClass generic = TypeSignature.ofClass(signature);
            typeParameters = generic.parameters();
            types.addAll(generic.superTypes());
        } else if (superName != null) {
            types.add(JavaType.named(superName.replace('/', '.')));
            for (String each : interfaces) {
                types.add(JavaType.named(each.replace('/', '.')));
            }
        }
        superTypes = types.stream().map(JavaType.Named.class::cast).toList();
    }

    @Override
    public void visitInnerClass(String name, @Nullable String outer, @Nullable String inner, int flags) {
        if (name.equals(internalName)) {
            needsInstance = outer == null || (flags & Opcodes.ACC_STATIC) == 0;
            simpleName = inner == null ? simpleName : inner;
        }
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return AnnotationCollector.of(descriptor, annotations::add);
    }

    @Override
    public RecordComponentVisitor visitRecordComponent(String name, String descriptor, @Nullable String signature) {
        components.add(name);
        List<Annotation> found = new ArrayList<>();
        JavaType type = TypeSignature.type(signature == null ? descriptor : signature);
        add(name, new Member(Member.Kind.COMPONENT, name, type, true, found));
        return new RecordComponentVisitor(Opcodes.ASM9) {
            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                return AnnotationCollector.of(annotation, found::add);
            }
        };
    }

    @Override
    public FieldVisitor visitField(
            int flags, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
        if ((flags & Opcodes.ACC_ENUM) != 0) {
            constants.add(name);
        }
        List<Annotation> found = new ArrayList<>();
        return new FieldVisitor(Opcodes.ASM9) {
            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                return AnnotationCollector.of(annotation, found::add);
            }

            @Override
            public void visitEnd() {
                if (!found.isEmpty()) {
                    JavaType type = TypeSignature.type(signature == null ? descriptor : signature);
                    Member field = new Member(Member.Kind.FIELD, name, type, true, found);
                    if ((flags & Opcodes.ACC_STATIC) == 0) {
                        fields.add(field);
                    } else {
                        add(name, field);
                    }
                }
            }
        };
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int flags, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        if ((flags & UNWRITTEN) != 0 || name.startsWith("<")) {
            return null;
        }
        MethodShape shape = MethodShape.of(name, descriptor, signature, components, this::isOwnType);
        boolean usable = (flags & (Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC)) == Opcodes.ACC_PUBLIC;
        List<Annotation> found = new ArrayList<>();
        return new MethodVisitor(Opcodes.ASM9) {
            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                return AnnotationCollector.of(annotation, found::add);
            }

            @Override
            public void visitEnd() {
                boolean accessor = shape.kind() != Member.Kind.OTHER && usable;
                if (accessor || !found.isEmpty()) {
                    add(shape.property(), new Member(shape.kind(), name, shape.type(), usable, found));
                }
            }
        };
    }

    /** Its own name; else that of a getter which writes it in other case, as getURL does of url, or has its very name. */
    private String propertyOf(Member field) {
        if (!members.containsKey(field.name())) {
            for (Map.Entry<String, List<Member>> property : members.entrySet()) {
                if (property.getValue().stream().anyMatch(member -> isAccessorOf(field, property.getKey(), member))) {
                    return property.getKey();
                }
            }
        }
        return field.name();
    }

    private static boolean isAccessorOf(Member field, String property, Member member) {
        boolean getter = member.kind() == Member.Kind.GETTER;
        return getter
                && (property.equalsIgnoreCase(field.name()) || member.name().equals(field.name()));
    }

    /** Whether a setter that returns this type is a fluent one. */
    private boolean isOwnType(JavaType type) {
        return type instanceof JavaType.Variable
                || type.erasure().equals(internalName.replace('/', '.'))
                || superTypes.stream().anyMatch(superType -> superType.name().equals(type.erasure()));
    }

    private void add(String property, Member member) {
        members.computeIfAbsent(property, name -> new ArrayList<>()).add(member);
    }
}
