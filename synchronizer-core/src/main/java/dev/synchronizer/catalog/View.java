package dev.synchronizer.catalog;

import dev.synchronizer.catalog.CommittedCode.Served;
import dev.synchronizer.store.ChangeRecord;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the types as of one change number. It is filled as types are asked for, and never holds anything of
 * another moment: what a change concerns is missing from the view that follows.
 */
final class View {
    /** The number of a view that holds nothing and is of no moment yet. */
    static final long UNKNOWN = -1;

    /** So many names that no type has are remembered: programs ask for few, and random ones must not fill memory. */
    static final int MOST_MISSING = 1_000;

    /** So many names are kept that are to be asked for again; beyond that, too little is known of all. */
    static final int MOST_UNSURE = 10_000;

    private static final Pattern POSSIBLE_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,254}");

    private final long number;
    private final Object lineage;
    private final CommittedCode code;
    private final Map<String, Served> types;
    private final Map<Long, String> names;
    private final Set<String> missing = ConcurrentHashMap.newKeySet();
    private final Map<String, Loading> loads = new ConcurrentHashMap<>();
    /** The names that are to be asked for again, where all others are known; null where they are not. */
    private volatile @Nullable Set<String> unsure;

    private volatile @Nullable List<EffectiveType> all;

    private View(
            long number,
            Object lineage,
            CommittedCode code,
            Map<String, Served> types,
            Map<Long, String> names,
            @Nullable Set<String> unsure) {
        this.number = number;
        this.lineage = lineage;
        this.code = code;
        this.types = types;
        this.names = names;
        this.unsure = unsure;
    }

    /** A view that nothing read before may enter. */
    static View empty() {
        return empty(UNKNOWN, new Object());
    }

    private static View empty(long number, Object lineage) {
        return new View(
                number, lineage, new CommittedCode(), new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), null);
    }

    /**
     * The view of a later moment.
     *
     * @param changes all changes since this one's, or null where they are too many or not known
     */
    View after(long later, @Nullable List<ChangeRecord> changes) {
        if (later == number) {
            return this;
        }
        if (number == UNKNOWN) {
            return empty(later, lineage);
        }
        if (later < number) {
            // Another database stands where this one did, such as one restored from a backup.
            return empty(later, new Object());
        }
        if (changes == null || changes.size() != later - number) {
            // A change whose record is gone may have been anything.
            return empty(later, lineage);
        }
        return changes.stream().anyMatch(View::mayConcernAll) ? empty(later, lineage) : without(changes, later);
    }

    private static boolean mayConcernAll(ChangeRecord change) {
        return change.typeId() == null
                        && !change.kind().isOfRule()
                        && !change.kind().isOfChannel()
                || change.kind() == ChangeRecord.Kind.RUN;
    }

    private static boolean isOfDefinitions(ChangeRecord change) {
        return switch (change.kind()) {
            case DEFINE, UNDEFINE, TAMPERED, ACCEPTED -> true;
            case SET, REVERT, RUN, RULE, RULE_REMOVED, CHANNEL, CHANNEL_REMOVED -> false;
        };
    }

    private View without(List<ChangeRecord> changes, long later) {
        // In the reverse order of put: what another thread puts meanwhile is either here whole, or asked for again.
        Set<String> wereUnsure = unsure == null ? null : Set.copyOf(unsure);
        Map<String, Served> kept = new ConcurrentHashMap<>(types);
        Map<Long, String> keptNames = new ConcurrentHashMap<>(names);
        Set<String> concerned = new HashSet<>();
        for (ChangeRecord change : changes) {
            if (change.kind().isOfRule() || change.kind().isOfChannel()) {
                continue;
            }
            String name = keptNames.remove(Objects.requireNonNull(change.typeId()));
            if (name != null) {
                concerned.add(name);
            }
            if (change.type() != null) {
                concerned.add(change.type());
            }
        }
        concerned.forEach(kept::remove);
        Set<String> nowUnsure = null;
        if (wereUnsure != null) {
            nowUnsure = ConcurrentHashMap.newKeySet();
            nowUnsure.addAll(wereUnsure);
            nowUnsure.addAll(concerned);
        }
        if (nowUnsure != null && nowUnsure.size() > MOST_UNSURE) {
            nowUnsure = null;
        }
        boolean otherRows = changes.stream().anyMatch(View::isOfDefinitions);
        return new View(later, lineage, otherRows ? code.withOtherRows() : code, kept, keptNames, nowUnsure);
    }

    /** The type of a name; null where none is known. */
    @Nullable
    Served get(String name) {
        return types.get(name);
    }

    /** The type whose row has this id; null where none is known. */
    @Nullable
    Served get(long id) {
        String name = names.get(id);
        return name == null ? null : types.get(name);
    }

    /** Whether it is known that no type has this name. */
    boolean isMissing(String name) {
        Set<String> again = unsure;
        return again != null && !again.contains(name) && !types.containsKey(name)
                || missing.contains(name)
                || !POSSIBLE_NAME.matcher(name).matches();
    }

    /** Remembers what was read as of this view's moment. */
    void put(String name, Served served) {
        if (served.type().isPresent()) {
            if (served.id() != 0) {
                names.put(served.id(), name);
            }
            types.put(name, served);
        } else {
            if (missing.size() >= MOST_MISSING) {
                missing.clear();
            }
            missing.add(name);
        }
        Set<String> again = unsure;
        if (again != null) {
            again.remove(name);
        }
    }

    /** Remembers a type as of this view's moment; of what there is not, no name is known. */
    void put(Served served) {
        served.type().ifPresent(type -> put(type.name(), served));
    }

    /** Remembers all types as of this view's moment. */
    void putAll(List<Served> served) {
        served.forEach(this::put);
        unsure = ConcurrentHashMap.newKeySet();
    }

    /** The names to ask for until {@link #all} is known; null where too little is known. */
    @Nullable
    Set<String> unsure() {
        Set<String> again = unsure;
        return again == null ? null : Set.copyOf(again);
    }

    /** All types, sorted by name; null where not all are known. */
    @Nullable
    List<EffectiveType> all() {
        List<EffectiveType> known = all;
        Set<String> again = unsure;
        if (known == null && again != null && again.isEmpty()) {
            known = sorted(types.values());
            all = known;
        }
        return known;
    }

    static List<EffectiveType> sorted(Collection<Served> served) {
        return served.stream()
                .flatMap(each -> each.type().stream())
                .sorted(Comparator.comparing(EffectiveType::name))
                .toList();
    }

    long number() {
        return number;
    }

    CommittedCode code() {
        return code;
    }

    /** Loads under way that may enter this view. */
    Map<String, Loading> loads() {
        return loads;
    }

    /** Whether what was read for the one can be compared by number with the other. */
    boolean isOfLineage(View other) {
        return lineage == other.lineage;
    }
}
