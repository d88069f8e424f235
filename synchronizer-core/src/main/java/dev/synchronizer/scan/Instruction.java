package dev.synchronizer.scan;

import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/**
 * One instruction of a method, or a place to which others jump.
 *
 * @param opcode what it is, or {@link #PLACE}
 * @param text all that it says beside its variable
 * @param variable the number of the local variable that it is about, or -1
 * @param jumps the places to which it may jump
 */
record Instruction(int opcode, String text, int variable, List<Integer> jumps) {
    static final int PLACE = -1;

    private static final Set<Integer> ENDS =
            Set.of(Opcodes.GOTO, Opcodes.ATHROW, Opcodes.TABLESWITCH, Opcodes.LOOKUPSWITCH, Opcodes.RET);

    boolean isStore() {
        return opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE;
    }

    boolean isLoad() {
        return variable >= 0 && !isStore();
    }

    boolean pushesConstant() {
        return opcode >= Opcodes.ACONST_NULL && opcode <= Opcodes.LDC;
    }

    /** Whether the next one may come after it. */
    boolean goesOn() {
        boolean returns = opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
        return !returns && !ENDS.contains(opcode);
    }
}
