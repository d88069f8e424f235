package dev.synchronizer.rule;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.problem.ProblemsException;
import java.util.Comparator;
import java.util.List;

/** A rule that is kept, whether it can be read or not. */
public sealed interface KnownRule permits Rule, UnreadableRule {
    /** Such as rules run: those of a lower order first, and those of the same one by name. */
    Comparator<KnownRule> ORDER = Comparator.comparingInt(KnownRule::order).thenComparing(KnownRule::name);

    String name();

    /** The name of the synchronizer's store that it is for. */
    String store();

    /** The names of the types that it is for; empty for every type, and where so much of it cannot be read. */
    List<String> types();

    int order();

    boolean enabled();

    KnownRule withEnabled(boolean other);

    /** How it is kept, as JSON. */
    String definition();

    /** As people are shown it, and the log of changes keeps it. */
    void writeTo(JsonOut out);

    /**
     * The rule itself.
     *
     * @throws ProblemsException if it cannot be read
     */
    Rule readable();

    /** Whether it is for items of a type. */
    default boolean isFor(String type) {
        return types().isEmpty() || types().contains(type);
    }

    /** A rule whose definition is read; its name, its store, its order and its state are as they are given. */
    static KnownRule read(String name, String store, int order, boolean enabled, String definition) {
        try {
            Rule read = RuleJson.read(definition);
            return new Rule(name, store, read.types(), order, enabled, read.condition(), read.actions());
        } catch (ProblemsException e) {
            return new UnreadableRule(
                    name, store, RuleJson.readTypes(definition), order, enabled, definition, e.problems());
        }
    }
}
