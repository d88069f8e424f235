package dev.synchronizer.doctor;

import dev.synchronizer.doctor.Examination.Sealed;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.Problems;
import java.util.ArrayList;
import java.util.List;

/** What is found of one kind, of which only the first is kept. Not thread-safe. */
final class Findings {
    private static final int MOST = 100;

    private final List<Problem> first = new ArrayList<>();
    private long all;
    private long unsealed;
    private long tampered;
    private long sealed;
    private long others;

    void met(long count) {
        all += count;
    }

    void unsealed() {
        unsealed++;
    }

    void tampered(Problem problem) {
        tampered++;
        keep(problem);
    }

    /** What no seal mends. */
    void wrong(Problem problem) {
        others++;
        keep(problem);
    }

    void sealed(long count) {
        sealed += count;
    }

    private void keep(Problem problem) {
        if (first.size() < MOST) {
            first.add(problem);
        }
    }

    long count() {
        return all;
    }

    /** @param accepted whether all that does not fit its seal was sealed anew */
    long wrong(boolean accepted) {
        return others + (accepted ? 0 : tampered);
    }

    Problems first() {
        return Problems.of(first);
    }

    Sealed result() {
        return new Sealed(all, unsealed, tampered, sealed);
    }
}
