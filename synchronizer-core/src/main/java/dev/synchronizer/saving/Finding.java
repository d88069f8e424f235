package dev.synchronizer.saving;

import dev.synchronizer.problem.FindingSeverity;
import java.util.Comparator;
import java.util.Optional;

/**
 * Something that a validator has to say about what is saved.
 *
 * @param validator who says it: the name of a validator, a handler, a processor or a rule
 * @param severity how grave it is
 * @param property what it is about, for what is within a block its whole path; empty where that is the item itself
 * @param language the language of the value; empty where it is of none in particular
 * @param message what is to be said, without a full stop
 * @param fix what can be done about it, where the validator offers that
 */
public record Finding(
        String validator, FindingSeverity severity, String property, String language, String message, Optional<Fix> fix)
        implements Comparable<Finding> {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::property)
            .thenComparing(Finding::language)
            .thenComparing(Comparator.comparing(Finding::severity).reversed())
            .thenComparing(Finding::validator)
            .thenComparing(Finding::message);

    /** One about which nothing is offered to be done. */
    public Finding(String validator, FindingSeverity severity, String property, String language, String message) {
        this(validator, severity, property, language, message, Optional.empty());
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    /** Such as {@code teaser[de]}; empty where it is about the item itself. */
    public String place() {
        return language.isEmpty() ? property : property + "[" + language + "]";
    }
}
