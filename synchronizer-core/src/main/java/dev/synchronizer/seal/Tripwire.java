package dev.synchronizer.seal;

import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.seal.Tampered.Kind;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.StoredValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Holds what is read against its seal. What does not fit is reported once, and served nevertheless, or refused where this
 * is strict. What was never sealed fits. Safe for use by many threads.
 */
public final class Tripwire {

    /** So many are remembered as reported; beyond that, they are reported again. */
    private static final int MOST_REPORTED = 10_000;

    private final boolean strict;
    private final Consumer<Tampered> listener;
    private final Map<String, Long> reported = new ConcurrentHashMap<>();
    private final Map<Long, TypeAlarm> alarms = new ConcurrentHashMap<>();

    /**
     * Makes one.
     *
     * @param strict whether what does not fit is refused
     * @param listener is told of each once, on the thread that reads
     */
    public Tripwire(boolean strict, Consumer<Tampered> listener) {
        this.strict = strict;
        this.listener = listener;
    }

    /** One that reports to the log alone, and serves all. */
    public static Tripwire reporting() {
        return new Tripwire(false, tampered -> {});
    }

    /**
     * Looks at an item as it was read.
     *
     * @param values all that it has
     * @throws ProblemsException if it does not fit its seal, and this is strict
     */
    public void look(StoredItem row, Collection<StoredValue> values, String type) {
        tampered(row, values, type).ifPresent(tampered -> met(tampered, difference(row, values)));
    }

    /** What is known of what something else has done to an item; empty where it fits its seal, or has none. */
    public static Optional<Tampered> tampered(StoredItem row, Collection<StoredValue> values, @Nullable String type) {
        long difference = difference(row, values);
        return difference == 0
                ? Optional.empty()
                : Optional.of(new Tampered(Kind.ITEM, row.id().toString(), row.name(), type, what(difference, values)));
    }

    /** What is known of what something else has done to a type. */
    public static Tampered tampered(StoredType type) {
        String what = "its row, those of its properties or its overrides are not those that were saved";
        return new Tampered(Kind.TYPE, type.name(), type.name(), type.name(), what);
    }

    /** Of the item and its seal; 0 where they fit, or there is none. Saves leave it as it is, and none hides it. */
    private static long difference(StoredItem row, Collection<StoredValue> values) {
        Long sealed = row.checksum();
        return sealed == null ? 0 : sealed ^ ItemSeal.of(row, values);
    }

    /** A value that came in is told by its own part of the seal; of one that went or changed, nothing is left. */
    private static String what(long difference, Collection<StoredValue> values) {
        return values.stream()
                .filter(value -> ItemSeal.of(value) == difference)
                .findFirst()
                .map(value -> "a value of the property " + value.property() + " was inserted"
                        + (value.language().isEmpty() ? "" : " in the language " + value.language()))
                .orElse("its row or its values are not those that were saved");
    }

    /**
     * Looks at a type as it was read.
     *
     * @param sealed what it is sealed with, or null where it is not
     * @throws ProblemsException if it does not, and this is strict
     */
    public void look(StoredType type, Collection<SettingOverride> overrides, @Nullable Long sealed) {
        long actual = TypeSeal.of(type, overrides);
        long difference = sealed == null ? 0 : sealed ^ actual;
        if (difference != 0) {
            alarms.put(type.id(), new TypeAlarm(type, actual));
            met(tampered(type), difference);
        }
    }

    /** What other nodes have to be told of since this was last asked. */
    public List<TypeAlarm> takeAlarms() {
        List<TypeAlarm> taken = new ArrayList<>();
        for (Long id : List.copyOf(alarms.keySet())) {
            TypeAlarm alarm = alarms.remove(id);
            if (alarm != null) {
                taken.add(alarm);
            }
        }
        return taken;
    }

    private void met(Tampered tampered, long difference) {
        if (reported.size() >= MOST_REPORTED) {
            reported.clear();
        }
        Long before = reported.put(tampered.kind() + " " + tampered.key(), difference);
        if (before == null || before != difference) {
            // A logger of the class would start the logging of commands that have nothing to log.
            LoggerFactory.getLogger(Tripwire.class)
                    .warn(
                            "Something else than the synchronizer has written the {} {}: {}",
                            tampered.kind().word(),
                            tampered.named(),
                            tampered.what());
            listener.accept(tampered);
        }
        if (strict) {
            throw new ProblemsException(problem(tampered), null);
        }
    }

    /** What is said of it to those who are refused. */
    public static Problem problem(Tampered tampered) {
        return Problem.of(
                ProblemCode.TAMPERED,
                tampered.named(),
                "something else than the synchronizer has written this "
                        + tampered.kind().word() + ": " + tampered.what());
    }
}
