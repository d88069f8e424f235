package dev.synchronizer.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Tells from the beginning of a class file whether the class may be annotated: the annotation's descriptor must stand
 * in its constant pool. The file may be shown piece by piece, each time with what was shown before.
 */
final class PoolSearch {
    /** What is known so far. */
    enum Answer {
        /** The pool goes on behind what was shown. */
        MORE,
        PRESENT,
        ABSENT,
        /** This is no pool as we know it, or that of another class; only the whole file can tell. */
        UNCLEAR
    }

    private static final int MAGIC = 0xCAFEBABE;
    private static final int POOL_START = 10;
    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;

    /** By tag, how many bytes a constant takes with its tag, before the text of a Utf8; 0 for no such tag. */
    private static final byte[] LENGTHS = {0, 3, 0, 5, 5, 9, 9, 3, 3, 5, 5, 5, 5, 0, 0, 4, 3, 5, 5, 3, 3};

    private final byte[] wanted;
    private final DescriptorSearch anywhere;
    private String className = "";
    private int[] positions = new int[1 << 10];
    private int count;
    private int index;
    private int at;

    PoolSearch(Class<?> type) {
        wanted = type.descriptorString().getBytes(StandardCharsets.US_ASCII);
        anywhere = new DescriptorSearch(wanted);
    }

    /** Forgets what was shown, and starts with the class of that internal name. */
    void begin(String name) {
        className = name;
        count = 0;
        index = 1;
        at = POOL_START;
    }

    /** Looks at the whole file; where its pool is unclear, the descriptor may stand anywhere. */
    boolean mayBeIn(byte[] file) {
        Answer answer = look(file, file.length);
        return answer == Answer.PRESENT || answer != Answer.ABSENT && anywhere.isIn(file);
    }

    /** Looks at one more piece. */
    Answer look(byte[] bytes, int length) {
        if (count == 0) {
            if (length < POOL_START) {
                return Answer.MORE;
            }
            if ((int16(bytes, 0) << 16 | int16(bytes, 2)) != MAGIC || int16(bytes, 8) == 0) {
                return Answer.UNCLEAR;
            }
            count = int16(bytes, 8);
            if (positions.length <= count) {
                positions = new int[1 << 16];
            }
        }
        return walk(bytes, length);
    }

    private Answer walk(byte[] bytes, int length) {
        while (index < count) {
            if (at + 3 > length) {
                return Answer.MORE;
            }
            int tag = bytes[at];
            int size = tag < 0 || tag >= LENGTHS.length ? 0 : LENGTHS[tag];
            if (size == 0) {
                return Answer.UNCLEAR;
            }
            if (tag == UTF8) {
                size += int16(bytes, at + 1);
                if (size == wanted.length + 3 && at + size <= length && isWanted(bytes, at + 3)) {
                    return Answer.PRESENT;
                }
            }
            if (at + size > length) {
                return Answer.MORE;
            }
            positions[index] = at;
            positions[index + 1] = at; // where the second slot of a Long or Double is
            at += size;
            index += tag == LONG || tag == DOUBLE ? 2 : 1;
        }
        return end(bytes, length);
    }

    private boolean isWanted(byte[] bytes, int from) {
        return Arrays.equals(bytes, from, from + wanted.length, wanted, 0, wanted.length);
    }

    /** Behind a pool that was walked through rightly, the class names itself. */
    private Answer end(byte[] bytes, int length) {
        if (at + 4 > length) {
            return Answer.MORE;
        }
        int self = position(bytes, int16(bytes, at + 2), CLASS);
        int name = self == 0 ? 0 : position(bytes, int16(bytes, self + 1), UTF8);
        return name != 0 && isClassName(bytes, name) ? Answer.ABSENT : Answer.UNCLEAR;
    }

    /** The position of a constant, or 0 if there is none of that tag. */
    private int position(byte[] bytes, int constant, int tag) {
        boolean there = constant > 0 && constant < count && bytes[positions[constant]] == tag;
        return there ? positions[constant] : 0;
    }

    private boolean isClassName(byte[] bytes, int position) {
        int length = int16(bytes, position + 1);
        if (length != className.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (className.charAt(i) != bytes[position + 3 + i]) {
                return false;
            }
        }
        return true;
    }

    private static int int16(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }
}
