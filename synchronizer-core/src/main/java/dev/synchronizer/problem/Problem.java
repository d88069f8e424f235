package dev.synchronizer.problem;

import java.util.Comparator;

/**
 * One thing that is wrong.
 *
 * @param code the rule that was broken
 * @param subject the file, class, {@code class#property}, type or {@code Type.property} that it is about
 * @param message what is wrong, naming every party
 * @param fix what to do about it
 */
public record Problem(ProblemCode code, String subject, String message, String fix) implements Comparable<Problem> {
    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::severity)
            .thenComparing(Problem::subject, SubjectOrder::compare)
            .thenComparing(Problem::code)
            .thenComparing(Problem::message)
            .thenComparing(Problem::fix);

    /** A problem whose way out is the one that its code documents. */
    public static Problem of(ProblemCode code, String subject, String message) {
        return new Problem(code, subject, message, code.fix());
    }

    public Severity severity() {
        return code.severity();
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return "%s %s %s: %s. Fix: %s.".formatted(code.id(), severity().label(), subject, message, fix);
    }
}
