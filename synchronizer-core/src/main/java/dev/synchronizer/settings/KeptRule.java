package dev.synchronizer.settings;

import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.rule.KnownRule;
import dev.synchronizer.rule.Rule;
import dev.synchronizer.store.StoredRule;
import java.time.Instant;
import java.util.Locale;

/**
 * A rule as it is kept.
 *
 * @param known the rule, be it that it cannot be read
 * @param savedAt when it was last saved
 * @param savedBy who last saved it
 */
public record KeptRule(KnownRule known, Instant savedAt, String savedBy) {
    /** Reads a row, whose columns say what the definition may say otherwise. */
    public static KeptRule of(StoredRule row) {
        return new KeptRule(
                KnownRule.read(row.name(), row.store(), row.order(), row.enabled(), row.definition()),
                row.savedAt(),
                row.savedBy());
    }

    public String name() {
        return known.name();
    }

    public boolean isReadable() {
        return known instanceof Rule;
    }

    /**
     * The rule itself.
     *
     * @throws ProblemsException if it cannot be read
     */
    public Rule rule() {
        return known.readable();
    }

    boolean isNamed(String name) {
        return name().equals(name);
    }

    /** Whether no other rule can have this name. */
    boolean takes(String name) {
        return name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT));
    }

    StoredRule row() {
        return new StoredRule(
                known.name(), known.store(), known.order(), known.enabled(), known.definition(), savedAt, savedBy);
    }
}
