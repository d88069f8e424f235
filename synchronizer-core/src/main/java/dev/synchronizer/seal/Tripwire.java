package dev.synchronizer.seal;

import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.seal.Tampered.Kind;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.StoredValue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
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
    private final Map<String, State> reported = new ConcurrentHashMap<>();
    private final Map<Long, TypeAlarm> alarms = new ConcurrentHashMap<>();

    /** What something was sealed with, and what would fit it: whatever is written changes one of them. */
    private record State(long sealed, long actual) {}

    /**
     * Makes one.
     *
     * @param strict whether what does not fit is refused
     * @param listener is told of each once, on the thread that reads; where it fails, it is told again with the next read
     */
    public Tripwire(boolean strict, Consumer<Tampered> listener) {
        this.strict = strict;
        this.listener = listener;
    }

    /** One that reports to the log alone, and serves all. */
    public static Tripwire reporting() {
        return new Tripwire(false, tampered -> {});
    }

    /** Whether an item fits its seal, or has none. */
    public static boolean fits(StoredItem row, Collection<StoredValue> values) {
        Long sealed = row.checksum();
        return sealed == null || sealed == ItemSeal.of(row, values);
    }

    /**
     * Looks at an item as it was read, its row and its values as of one moment.
     *
     * @param values all that it has
     * @param type the name of its type
     * @param names the names of properties by their ids
     * @throws ProblemsException if it does not fit its seal, and this is strict
     */
    public void look(
            StoredItem row, Collection<StoredValue> values, String type, LongFunction<Optional<String>> names) {
        Long sealed = row.checksum();
        long actual = sealed == null ? 0 : ItemSeal.of(row, values);
        if (sealed == null || sealed == actual) {
            fitting(Kind.ITEM, row.id());
        } else {
            met(TamperedItem.of(row, values, type, names), new State(sealed, actual));
        }
    }

    /** What is known of what something else has done to a type. */
    public static Tampered tampered(StoredType type) {
        String what = "its row, those of its properties or its overrides are not those that were saved";
        return new Tampered(Kind.TYPE, type.name(), type.name(), type.name(), what);
    }

    /**
     * Looks at a type as it was read.
     *
     * @param sealed what it is sealed with, or null where it is not
     * @throws ProblemsException if it does not, and this is strict
     */
    public void look(StoredType type, Collection<SettingOverride> overrides, @Nullable Long sealed) {
        long actual = sealed == null ? 0 : TypeSeal.of(type, overrides);
        if (sealed == null || sealed == actual) {
            fitting(Kind.TYPE, type.name());
        } else {
            alarms.put(type.id(), new TypeAlarm(type, actual));
            met(tampered(type), new State(sealed, actual));
        }
    }

    /** What other nodes have to be told of; to be asked for again until that is done. */
    public List<TypeAlarm> alarms() {
        return List.copyOf(alarms.values());
    }

    /** Other nodes are told of these. */
    public void raised(Collection<TypeAlarm> told) {
        told.forEach(alarm -> alarms.remove(alarm.type().id(), alarm));
    }

    /** Were it written once more, that would be told of again. */
    private void fitting(Kind kind, Object key) {
        if (!reported.isEmpty()) {
            reported.remove(kind + " " + key);
        }
    }

    private void met(Tampered tampered, State state) {
        if (reported.size() >= MOST_REPORTED) {
            reported.clear();
        }
        String key = tampered.kind() + " " + tampered.key();
        if (!state.equals(reported.put(key, state))) {
            tell(tampered, () -> reported.remove(key, state));
        }
        if (strict) {
            throw new ProblemsException(problem(tampered), null);
        }
    }

    /** @param untold is run where the listener has not heard it */
    private void tell(Tampered tampered, Runnable untold) {
        // A logger of the class would start the logging of commands that have nothing to log.
        Logger log = LoggerFactory.getLogger(Tripwire.class);
        log.warn(
                "Something else than the synchronizer has written the {} {}: {}",
                tampered.kind().word(),
                tampered.named(),
                tampered.what());
        try {
            listener.accept(tampered);
        } catch (Throwable e) {
            untold.run();
            log.warn("Who is to be told of that failed, and is told with the next read: {}", e.getMessage(), e);
            if (e instanceof VirtualMachineError && !(e instanceof StackOverflowError)) {
                throw e;
            }
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
