package dev.synchronizer.rule;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.ColumnText;
import dev.synchronizer.problem.ProblemsException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reads JSON that people write: what is not known is refused, for it may be misspelt, and a place is named. */
final class Members {
    private static final String SUBJECT = "JSON of a rule";

    private final JsonIn in;
    private final Deque<String> path = new ArrayDeque<>();

    private Members(JsonIn in) {
        this.in = in;
    }

    /** @throws ProblemsException if it is no JSON, or something in it is not what is asked for */
    static <T> T reading(String json, BiFunction<Members, JsonIn, T> content) {
        try {
            return JsonIn.read(json, in -> content.apply(new Members(in), in));
        } catch (UncheckedIOException e) {
            String where = JsonIn.place(e).map(place -> " at " + place).orElse("");
            throw RuleProblems.malformed(
                    SUBJECT,
                    JsonIn.excess(e).map(excess -> "it " + excess).orElse("it is no JSON, or ends too early," + where),
                    "see that quotes, commas and brackets are right");
        }
    }

    /** Reads an object by a call for each member, none of which may stand there twice; the names that it has. */
    Set<String> object(Consumer<String> member) {
        require(JsonIn.Kind.OBJECT);
        Set<String> seen = new TreeSet<>();
        in.object(name -> within(name, () -> {
            if (!seen.add(name)) {
                throw flaw("stands there more than once", "leave one of them out");
            }
            member.accept(name);
            return name;
        }));
        return seen;
    }

    <T> List<T> list(Supplier<T> element) {
        require(JsonIn.Kind.ARRAY);
        List<T> elements = new ArrayList<>();
        in.elements(() -> elements.add(within("position " + (elements.size() + 1), element)));
        return elements;
    }

    private <T> T within(String step, Supplier<T> read) {
        path.addLast(step);
        T value = read.get();
        path.removeLast();
        return value;
    }

    String text() {
        require(JsonIn.Kind.TEXT);
        return in.text();
    }

    boolean flag() {
        require(JsonIn.Kind.FLAG);
        return in.flag();
    }

    int number() {
        require(JsonIn.Kind.NUMBER);
        try {
            return in.decimal().intValueExact();
        } catch (ArithmeticException e) {
            throw flaw("is no whole number of 32 bits", "write one such as 100");
        }
    }

    /** A text as it is, and any other JSON as the text that it is written in. */
    String textOrJson() {
        return in.peek() == JsonIn.Kind.TEXT ? in.text() : JsonOut.compact(in::copyTo);
    }

    void requireAll(Set<String> seen, Collection<String> names) {
        for (String name : names) {
            if (!seen.contains(name)) {
                throw flaw("has no " + name, "add it");
            }
        }
    }

    ProblemsException unknown(Collection<String> known) {
        return flaw("is not known", "write one of " + String.join(", ", known));
    }

    ProblemsException flaw(String message, String fix) {
        return RuleProblems.malformed(SUBJECT, (path.isEmpty() ? "it" : String.join(", ", path)) + " " + message, fix);
    }

    /** What a member at this place is said to be that it cannot be. */
    ProblemsException noConstant(String member, String name, Collection<?> constants) {
        return flaw(
                "has " + member + " " + ColumnText.quoted(name),
                "write one of "
                        + String.join(
                                ", ", constants.stream().map(Object::toString).toList()));
    }

    private void require(JsonIn.Kind kind) {
        if (in.peek() != kind) {
            throw flaw("is " + in.peek().words() + " instead of " + kind.words(), "write " + kind.words());
        }
    }
}
