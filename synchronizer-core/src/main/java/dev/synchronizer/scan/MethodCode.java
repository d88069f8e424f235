package dev.synchronizer.scan;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The instructions of one method as text; places to which they jump are counted in the order of their mention. */
final class MethodCode extends MethodVisitor {
    private final StringBuilder text = new StringBuilder();
    private final Map<Label, Integer> places = new HashMap<>();
    private final Consumer<String> complete;

    /** @param complete gets the text when all of it is there */
    MethodCode(Consumer<String> complete) {
        super(Opcodes.ASM9);
        this.complete = complete;
    }

    private void add(int opcode, Object... operands) {
        add(String.valueOf(opcode), operands);
    }

    private void add(String what, Object... operands) {
        text.append(what);
        for (Object operand : operands) {
            text.append(' ').append(operand);
        }
        text.append('\n');
    }

    private String place(Label label) {
        return "@" + places.computeIfAbsent(label, key -> places.size());
    }

    private String places(Label fallback, Label... labels) {
        StringBuilder all = new StringBuilder(place(fallback));
        for (Label label : labels) {
            all.append(' ').append(place(label));
        }
        return all.toString();
    }

    @Override
    public void visitInsn(int opcode) {
        add(opcode);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        add(opcode, operand);
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
        add(opcode, variable);
    }

    @Override
    public void visitIincInsn(int variable, int increment) {
        add(Opcodes.IINC, variable, increment);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        add(opcode, type);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        add(opcode, owner, name, descriptor);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
        add(opcode, owner, name, descriptor);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        add(Opcodes.INVOKEDYNAMIC, ConstantText.called(name, descriptor, bootstrap, arguments));
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        add(opcode, place(label));
    }

    @Override
    public void visitLabel(Label label) {
        add(place(label));
    }

    @Override
    public void visitLdcInsn(Object value) {
        add(Opcodes.LDC, ConstantText.of(value));
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label fallback, Label... labels) {
        add(Opcodes.TABLESWITCH, min, places(fallback, labels));
    }

    @Override
    public void visitLookupSwitchInsn(Label fallback, int[] keys, Label[] labels) {
        StringBuilder all = new StringBuilder();
        for (int key : keys) {
            all.append(key).append(' ');
        }
        add(Opcodes.LOOKUPSWITCH, all + places(fallback, labels));
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        add(Opcodes.MULTIANEWARRAY, descriptor, dimensions);
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
        add("try", place(start), place(end), place(handler), String.valueOf(type));
    }

    @Override
    public void visitEnd() {
        complete.accept(text.toString());
    }
}
