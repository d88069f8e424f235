package dev.synchronizer.schedule;

import dev.synchronizer.reapplication.RuleRunOptions;
import dev.synchronizer.reapplication.RuleSelection;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * When rules are applied to all items again, and which. Immutable.
 *
 * <p>It is known in the store by its name: nodes that have schedules of the same name take them for one, whoever finds it
 * due.
 *
 * @param name letters, digits, blanks, dots, hyphens and underscores, 100 of them at most
 * @param timing when they are applied
 * @param selection which rules are applied, and to which items
 * @param options how they are applied, see {@link #withOptions}
 */
public record RuleSchedule(String name, Timing timing, RuleSelection selection, RuleRunOptions options) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}");

    public RuleSchedule {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "the name of a schedule begins with a letter or a digit, has 100 characters"
                            + " at most, and no others than letters, digits, blanks, dots, hyphens and underscores: "
                            + name);
        }
        if (options.dryRun() || options.anew()) {
            throw new IllegalArgumentException(
                    "what a schedule does is no dry run, and goes on with what was broken off");
        }
    }

    /** All rules on all items, each day at this time; what was missed meanwhile is made up for once. */
    public static RuleSchedule daily(String name, LocalTime time, ZoneId zone) {
        return of(name, new Daily(time, zone));
    }

    /**
     * All rules on all items, for the first time at once, and then whenever so much time has passed since they were done.
     *
     * @throws IllegalArgumentException if that is less than a second
     */
    public static RuleSchedule every(String name, Duration pause) {
        return of(name, new Every(pause));
    }

    private static RuleSchedule of(String name, Timing timing) {
        return new RuleSchedule(name, timing, RuleSelection.all(), RuleRunOptions.standard());
    }

    /** These rules alone, on these items alone. */
    public RuleSchedule withSelection(RuleSelection narrower) {
        return new RuleSchedule(name, timing, narrower, options);
    }

    /**
     * Done in this way.
     *
     * @throws IllegalArgumentException for a dry run, and for one that begins anew
     */
    public RuleSchedule withOptions(RuleRunOptions other) {
        return new RuleSchedule(name, timing, selection, other);
    }

    /** The name in the store; as no name of a schedule has a slash, the last one ends that of the node's store. */
    public String storedName(String store) {
        return store + "/" + name;
    }

    /** When it is time. */
    public sealed interface Timing permits Daily, Every {}

    /**
     * Each day.
     *
     * @param time the time of day
     * @param zone where it is that time
     */
    public record Daily(LocalTime time, ZoneId zone) implements Timing {}

    /**
     * Again and again.
     *
     * @param pause how long after the last time
     */
    public record Every(Duration pause) implements Timing {
        private static final Duration LEAST = Duration.ofSeconds(1);

        public Every {
            if (pause.compareTo(LEAST) < 0) {
                throw new IllegalArgumentException(
                        "a schedule leaves a second between its times at least, not " + pause);
            }
        }
    }
}
