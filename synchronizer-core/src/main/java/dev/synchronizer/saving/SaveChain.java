package dev.synchronizer.saving;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/** The subjects of saves that have brought about each other, as far as they are under way. Not thread-safe. */
final class SaveChain {
    private final List<Subject> cause;
    private final Deque<Subject> path = new ArrayDeque<>();
    private int heldBackAt;
    private long written;

    /** @param cause those that were committed, and have brought about all that is to come */
    SaveChain(List<Subject> cause) {
        this.cause = cause;
    }

    /** Whether none is under way. */
    boolean isEmpty() {
        return path.isEmpty();
    }

    /** What is written now, one of those that are under way has brought about, unless it was only held back. */
    void writing(Collection<? extends Draft> drafts) {
        if (path.size() > heldBackAt) {
            written +=
                    drafts.stream().filter(draft -> !draft.changes().isEmpty()).count();
        }
    }

    /** How many saves that others have brought about were written so far. */
    long written() {
        return written;
    }

    /** How many are under way. */
    int depth() {
        return path.size();
    }

    /** Writes what was held back as if no more than the first few were under way: who goes on now has not brought it about. */
    void cutTo(int depth, Runnable deed) {
        int before = heldBackAt;
        Deque<Subject> goingOn = new ArrayDeque<>();
        while (path.size() > depth) {
            goingOn.addFirst(path.removeLast());
        }
        heldBackAt = depth;
        try {
            deed.run();
        } finally {
            heldBackAt = before;
            path.addAll(goingOn);
        }
    }

    /** The last one that is under way, or else this. */
    String last(String otherwise) {
        return path.isEmpty() ? otherwise : path.getLast().toString();
    }

    /** All, and another one behind them. */
    List<Subject> to(Subject subject) {
        List<Subject> all = new ArrayList<>(cause);
        all.addAll(path);
        all.add(subject);
        return List.copyOf(all);
    }

    /**
     * Does what the saves of a subject bring about.
     *
     * @throws ProblemsException if there are more than these by then
     */
    void within(Subject subject, int deepest, Runnable deed) {
        if (cause.size() + path.size() >= deepest) {
            throw tooDeep(to(subject), deepest);
        }
        path.addLast(subject);
        try {
            deed.run();
        } finally {
            path.removeLast();
        }
    }

    private static ProblemsException tooDeep(List<Subject> all, int deepest) {
        String text = all.stream().map(Subject::toString).collect(Collectors.joining(" -> "));
        return new ProblemsException(
                Problem.of(
                        ProblemCode.SAVES_TOO_DEEP,
                        all.get(0).toString(),
                        "saves bring about saves more than " + deepest + " deep: " + text),
                null);
    }
}
