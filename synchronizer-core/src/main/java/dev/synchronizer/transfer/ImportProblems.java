package dev.synchronizer.transfer;

import dev.synchronizer.content.Violations;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with the lines of an import; of very many only the first are kept. */
final class ImportProblems {
    private static final int MOST = 1_000;

    private final List<Problem> problems = new ArrayList<>();
    private final Set<Long> lines = new HashSet<>();

    void add(long line, Problem problem) {
        lines.add(line);
        if (problems.size() < MOST) {
            problems.add(
                    new Problem(problem.code(), subject(line, problem.subject()), problem.message(), problem.fix()));
        }
    }

    void add(long line, ProblemsException failure) {
        failure.problems().stream().forEach(problem -> add(line, problem));
    }

    void add(long line, Violations violations) {
        violations.all().forEach(violation -> add(line, violation.problem()));
    }

    void unreadable(long line, String message) {
        add(line, Problem.of(ProblemCode.LINE_UNREADABLE, "", "it " + message));
    }

    /** What is read is read ahead, so that only the last line before is known. */
    static ProblemsException notInUtf8(long linesBefore, CharacterCodingException cause) {
        String where = linesBefore == 0 ? "it holds" : "what follows line " + linesBefore + " holds";
        String message = where + " bytes that are no UTF-8";
        return new ProblemsException(
                new Problem(ProblemCode.LINE_UNREADABLE, "import", message, "write the file anew in UTF-8"), cause);
    }

    private static String subject(long line, String subject) {
        return "line " + line + (subject.isEmpty() ? "" : ": " + subject);
    }

    boolean concern(long line) {
        return lines.contains(line);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    int lines() {
        return lines.size();
    }

    Problems all() {
        return Problems.of(problems);
    }
}
