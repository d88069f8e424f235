package dev.synchronizer.rule;

import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.value.ValueKey;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/** One thing that came of a rule; whoever asked carries it out. */
public sealed interface RuleEffect {
    /** The name of the rule. */
    String rule();

    /**
     * A value is another one.
     *
     * @param before what stood there when the rule ran, or null
     * @param after what is to stand there, or null
     */
    record Changed(
            String rule,
            ValueKey place,
            @Nullable Object before,
            @Nullable Object after) implements RuleEffect {}

    /** Something is wrong with the item. */
    record Reported(String rule, FindingSeverity severity, String message) implements RuleEffect {}

    /** The item is not to be saved. */
    record Vetoed(String rule, String code, String message) implements RuleEffect {}

    /** Something is to be written to the log. */
    record Logged(String rule, Level level, String message) implements RuleEffect {}

    /** An action of the application is to run. */
    record Asked(String rule, String action, SortedMap<String, String> arguments) implements RuleEffect {}
}
