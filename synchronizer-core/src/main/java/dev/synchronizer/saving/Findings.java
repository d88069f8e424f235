package dev.synchronizer.saving;

import dev.synchronizer.problem.FindingSeverity;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes what one validator has to say. Valid only while that validator is called, and on the thread that calls it. */
public final class Findings {
    private final String validator;
    private final @Nullable FindingSeverity configured;
    private final Consumer<Finding> found;

    /** @param configured how grave all of them are, whatever the validator says; null where it decides */
    Findings(String validator, @Nullable FindingSeverity configured, Consumer<Finding> found) {
        this.validator = validator;
        this.configured = configured;
        this.found = found;
    }

    /** Tells of something about the whole item. */
    public void report(FindingSeverity severity, String message) {
        report(severity, "", "", message);
    }

    /** Tells of something about a value. */
    public void report(FindingSeverity severity, String property, String language, String message) {
        add(severity, property, language, message, Optional.empty());
    }

    /** Tells of something about a value, and offers to mend it. */
    public void report(FindingSeverity severity, String property, String language, String message, Fix fix) {
        add(severity, property, language, message, Optional.of(fix));
    }

    private void add(FindingSeverity severity, String property, String language, String message, Optional<Fix> fix) {
        FindingSeverity grave = configured == null ? severity : configured;
        found.accept(new Finding(validator, grave, property, language, message, fix));
    }
}
