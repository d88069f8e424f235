package dev.synchronizer.transfer;

import dev.synchronizer.content.Violations;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemKind;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What is wrong with the lines of an import; of very many only the first are kept. */
final class ImportProblems {
    static final String SAVED_MORE = "handlers have saved something for it, which cannot be left out alone";
    static final String SAVED_SINCE = "handlers have saved it since, which would be lost";
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

    /** The import ends with what is wrong with a line, which cannot be left out alone. */
    static InvalidImportException inseparable(long line, List<Problem> wrong, String why) {
        return new InvalidImportException(Problems.of(wrong.stream()
                .map(problem -> new Problem(
                        problem.code(),
                        subject(line, problem.subject()),
                        problem.message() + "; " + why,
                        "mend the line or take it out of the file, or suppress the handler"))
                .toList()));
    }

    /** The import ends with what failed in or behind the write of a line; a failing database is no fault of the line. */
    static ProblemsException ending(long line, ProblemsException failure) {
        if (failure.problems().stream().anyMatch(problem -> problem.code().kind() == ProblemKind.FAILURE)) {
            return failure;
        }
        return new InvalidImportException(Problems.of(failure.problems().stream()
                .map(problem ->
                        new Problem(problem.code(), subject(line, problem.subject()), problem.message(), problem.fix()))
                .toList()));
    }

    /**
     * The same, for what is known of it already.
     *
     * @param item its item
     */
    InvalidImportException inseparable(long line, UUID item, String why) {
        String prefix = subject(line, "");
        List<Problem> known = problems.stream()
                .filter(problem ->
                        problem.subject().equals(prefix) || problem.subject().startsWith(prefix + ": "))
                .map(problem -> new Problem(
                        problem.code(),
                        problem.subject()
                                .substring(Math.min(
                                        prefix.length() + 2, problem.subject().length())),
                        problem.message(),
                        problem.fix()))
                .toList();
        return inseparable(
                line,
                known.isEmpty()
                        ? List.of(Problem.of(ProblemCode.IMPORT_CONFLICT, item.toString(), "it is to be left out"))
                        : known,
                why);
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
