package dev.synchronizer.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The instructions of one method as text, as if it had been compiled without debug information; places to which they jump are counted in the order of their mention.
 */
final class MethodCode extends MethodVisitor {
    private final List<Instruction> code = new ArrayList<>();
    private final List<ControlFlow.Guarded> guarded = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final Map<Label, Integer> places = new HashMap<>();
    private final int parameters;
    private final Consumer<String> complete;

    /**
     * Reads one method.
     *
     * @param parameters how many local variables have a value from the beginning
     * @param complete gets the text when all of it is there
     */
    MethodCode(int parameters, Consumer<String> complete) {
        super(Opcodes.ASM9);
        this.parameters = parameters;
        this.complete = complete;
    }

    private void add(int opcode, Object... operands) {
        code.add(new Instruction(opcode, joined(operands), -1, List.of()));
    }

    private static String joined(Object... operands) {
        return Arrays.stream(operands).map(String::valueOf).collect(Collectors.joining(" "));
    }

    private int place(Label label) {
        return places.computeIfAbsent(label, key -> places.size());
    }

    private List<Integer> places(Label first, Label... others) {
        List<Integer> all = new ArrayList<>(List.of(place(first)));
        for (Label label : others) {
            all.add(place(label));
        }
        return all;
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
        code.add(new Instruction(opcode, "", variable, List.of()));
    }

    @Override
    public void visitIincInsn(int variable, int increment) {
        code.add(new Instruction(Opcodes.IINC, String.valueOf(increment), variable, List.of()));
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
        code.add(new Instruction(opcode, "", -1, places(label)));
    }

    @Override
    public void visitLabel(Label label) {
        code.add(new Instruction(Instruction.PLACE, "", -1, places(label)));
    }

    @Override
    public void visitLdcInsn(Object value) {
        add(Opcodes.LDC, ConstantText.of(value));
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label fallback, Label... labels) {
        code.add(new Instruction(Opcodes.TABLESWITCH, String.valueOf(min), -1, places(fallback, labels)));
    }

    @Override
    public void visitLookupSwitchInsn(Label fallback, int[] keys, Label[] labels) {
        code.add(new Instruction(Opcodes.LOOKUPSWITCH, Arrays.toString(keys), -1, places(fallback, labels)));
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        add(Opcodes.MULTIANEWARRAY, descriptor, dimensions);
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
        ControlFlow.Guarded each = new ControlFlow.Guarded(place(start), place(end), place(handler));
        guarded.add(each);
        text.append(joined("try", each.start(), each.end(), each.handler(), String.valueOf(type)))
                .append('\n');
    }

    @Override
    public void visitEnd() {
        LocalVariables variables = new LocalVariables(code, new ControlFlow(code, guarded), parameters);
        for (int i = 0; i < code.size(); i++) {
            if (variables.isUnreadConstant(i)) {
                i++;
            } else {
                add(code.get(i), code.get(i).variable() < 0 ? "" : variables.name(i));
            }
        }
        complete.accept(text.toString());
    }

    private void add(Instruction instruction, String variable) {
        text.append(joined(instruction.opcode(), instruction.text(), instruction.jumps(), variable))
                .append('\n');
    }
}
