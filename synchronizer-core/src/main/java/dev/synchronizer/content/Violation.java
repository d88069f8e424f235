package dev.synchronizer.content;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.Comparator;

/**
 * One thing that is wrong with what an item holds.
 *
 * @param code what kind of thing
 * @param type the item's type
 * @param property the property, for one within a block its whole path such as {@code teasers[2].title}; empty where it is
 *     about the item itself
 * @param language the value's language; empty where it is of none in particular
 * @param value the value as far as it can be shown; empty where there is none
 * @param rule the setting that is broken, the data type, or what else is asked for, such as {@code name} and {@code exists}
 * @param message what is wrong, in words
 * @param fix what to do about it
 */
public record Violation(
        ProblemCode code,
        String type,
        String property,
        String language,
        String value,
        String rule,
        String message,
        String fix)
        implements Comparable<Violation> {
    private static final Comparator<Violation> ORDER = Comparator.comparing(Violation::property)
            .thenComparing(Violation::language)
            .thenComparing(Violation::code)
            .thenComparing(Violation::rule)
            .thenComparing(Violation::message);

    @Override
    public int compareTo(Violation other) {
        return ORDER.compare(this, other);
    }

    /** Such as {@code Article.teaser[de]}. */
    public String place() {
        return (property.isEmpty() ? type : type + "." + property) + (language.isEmpty() ? "" : "[" + language + "]");
    }

    /** The same as a problem. */
    public Problem problem() {
        return problem(place());
    }

    Problem problem(String subject) {
        return new Problem(code, subject, message, fix);
    }
}
