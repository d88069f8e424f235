package dev.synchronizer.scan;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Parses class files, and reports those that are damaged or too new. */
final class ClassParser {
    /** The class file version of Java 25, the newest that this library is tested with. */
    static final int NEWEST_VERSION = 69;

    private static final int JAVA_OF_VERSION_ZERO = -44;

    private final Collection<Problem> problems;

    ClassParser(Collection<Problem> problems) {
        this.problems = problems;
    }

    /** The class, or null if a problem was reported instead. */
    @Nullable
    DeclaredClass parse(byte[] bytes, String place) {
        if (bytes.length < 10 || !startsAsClass(bytes)) {
            problems.add(damaged(place, "it does not start as a class file does"));
            return null;
        }
        int version = version(bytes);
        if (version > NEWEST_VERSION) {
            problems.add(Problem.of(
                    ProblemCode.CLASS_TOO_NEW,
                    place,
                    "class file version " + version + " (Java " + (version + JAVA_OF_VERSION_ZERO)
                            + ") is newer than version " + NEWEST_VERSION + " (Java "
                            + (NEWEST_VERSION + JAVA_OF_VERSION_ZERO) + "), the newest that can be read"));
            return null;
        }
        try {
            return ClassFile.read(bytes);
        } catch (RuntimeException | StackOverflowError e) {
            problems.add(damaged(place, "its contents make no sense"));
            return null;
        }
    }

    /** Reads a class of the running JDK, whatever its version: it can only have more than we look at. */
    static DeclaredClass parseOfJdk(byte[] bytes) {
        if (version(bytes) > NEWEST_VERSION) {
            bytes[6] = 0;
            bytes[7] = NEWEST_VERSION;
        }
        return ClassFile.read(bytes);
    }

    private static boolean startsAsClass(byte[] bytes) {
        return bytes[0] == (byte) 0xCA && bytes[1] == (byte) 0xFE && bytes[2] == (byte) 0xBA && bytes[3] == (byte) 0xBE;
    }

    private static int version(byte[] bytes) {
        return (bytes[6] & 0xFF) << 8 | bytes[7] & 0xFF;
    }

    private static Problem damaged(String place, String message) {
        return Problem.of(ProblemCode.CLASS_UNREADABLE, place, message);
    }
}
