package dev.synchronizer.problem;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** An immutable, sorted collection of problems without repetition. */
public final class Problems {
    private static final Problems NONE = new Problems(List.of());

    private final List<Problem> all;

    private Problems(List<Problem> all) {
        this.all = all;
    }

    public static Problems none() {
        return NONE;
    }

    public static Problems of(Problem... problems) {
        return of(List.of(problems));
    }

    public static Problems of(Collection<Problem> problems) {
        return problems.isEmpty() ? NONE : new Problems(List.copyOf(new TreeSet<>(problems)));
    }

    /** These problems and the others. */
    public Problems and(Problems others) {
        if (others.isEmpty()) {
            return this;
        }
        return isEmpty() ? others : of(Stream.concat(stream(), others.stream()).toList());
    }

    public Problems errors() {
        return only(problem -> problem.severity() == Severity.ERROR);
    }

    public Problems warnings() {
        return only(problem -> problem.severity() == Severity.WARNING);
    }

    public Problems only(Predicate<Problem> predicate) {
        return of(stream().filter(predicate).toList());
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public int count() {
        return all.size();
    }

    public List<Problem> asList() {
        return all;
    }

    public Stream<Problem> stream() {
        return all.stream();
    }

    /**
     * Ends here if anything is an error.
     *
     * @throws ProblemsException carrying all of these problems, warnings too
     */
    public Problems throwIfErrors() {
        if (!errors().isEmpty()) {
            throw new ProblemsException(this);
        }
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Problems problems && all.equals(problems.all);
    }

    @Override
    public int hashCode() {
        return all.hashCode();
    }

    /** One line a problem. */
    @Override
    public String toString() {
        return String.join("\n", stream().map(Problem::toString).toList());
    }
}
