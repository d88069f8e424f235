package dev.synchronizer.saving;

import dev.synchronizer.lookup.UnknownNames;
import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The validators of a store, and how grave it is what they find. Immutable. */
public final class Validators {
    private static final Set<SaveOperation> OF_THE_BIN =
            Set.of(SaveOperation.DELETE, SaveOperation.RESTORE, SaveOperation.PURGE);
    private static final Validators STANDARD = new Validators(List.of(), Map.of());

    private final List<Registered> own;
    private final Map<String, FindingSeverity> severities;

    /** A validator with what it said of itself when it was registered. */
    private record Registered(SaveValidator validator, String name, Serves serves, Set<String> properties) {
        static Registered of(SaveValidator validator) {
            return new Registered(validator, validator.name(), validator.serves(), Set.copyOf(validator.properties()));
        }

        boolean covers(Draft draft) {
            return serves.covers(draft.subject(), draft.operation())
                    && !(serves.operations().isEmpty() && OF_THE_BIN.contains(draft.operation()))
                    && (properties.isEmpty() || properties.stream().anyMatch(draft::hasProperty));
        }
    }

    private Validators(List<Registered> own, Map<String, FindingSeverity> severities) {
        this.own = List.copyOf(own);
        this.severities = Map.copyOf(severities);
    }

    /** The built-in ones alone: what they find is fatal. */
    public static Validators standard() {
        return STANDARD;
    }

    /**
     * With own ones, which are called in this order; those that serve other stores alone are left out.
     *
     * @param store the name of the store
     * @param severities how grave it is what validators find, by their names; where nothing is said, it is fatal what the
     *     built-in ones find, and others say it themselves
     * @throws ProblemsException if a validator has no name, the name of another one, no store, or other subjects than items,
     *     or a severity is that of none of them
     */
    public static Validators of(String store, List<SaveValidator> validators, Map<String, FindingSeverity> severities) {
        List<Registered> own = new ArrayList<>();
        Set<String> names = new HashSet<>(BuiltInValidators.names());
        for (SaveValidator validator : validators) {
            Registered one = Registered.of(validator);
            require(one, names);
            if (one.serves().stores().contains(store)) {
                own.add(one);
            }
        }
        new TreeMap<>(severities).keySet().forEach(name -> requireKnown(name, names));
        return new Validators(own, severities);
    }

    private static void require(Registered one, Set<String> names) {
        SaveNames.requireName("validator", one.name());
        if (!names.add(one.name())) {
            throw SaveNames.refusal(one.name(), "two validators have the name " + one.name());
        }
        if (one.serves().stores().isEmpty()) {
            throw SaveNames.refusal(one.name(), "the validator " + one.name() + " serves no store");
        }
        if (!one.serves().kinds().equals(Set.of(SubjectKind.ITEM))) {
            throw SaveNames.refusal(one.name(), "the validator " + one.name() + " is to judge other things than items");
        }
    }

    private static void requireKnown(String name, Set<String> names) {
        if (!names.contains(name)) {
            String near = UnknownNames.nearest(name, names);
            throw new ProblemsException(
                    new Problem(
                            ProblemCode.WRONG_SEVERITY,
                            name,
                            "there is no validator of this name whose severity can be configured"
                                    + (near.isEmpty() ? "" : "; perhaps " + near + " is meant"),
                            "name one of " + String.join(", ", new TreeSet<>(names))),
                    null);
        }
    }

    /** How grave it is what a built-in validator finds. */
    public FindingSeverity severity(String builtIn) {
        return BuiltInValidators.contains(builtIn)
                ? severities.getOrDefault(builtIn, FindingSeverity.FATAL)
                : FindingSeverity.FATAL;
    }

    boolean isKnown(String name) {
        return BuiltInValidators.contains(name)
                || own.stream().anyMatch(one -> one.name().equals(name));
    }

    /** Whether any of the own ones may have to do with items of a type. */
    boolean observe(SubjectKind kind, String type) {
        return !own.isEmpty()
                && kind == SubjectKind.ITEM
                && own.stream()
                        .anyMatch(one -> one.serves().types().isEmpty()
                                || one.serves().types().contains(type));
    }

    /**
     * Calls those of the own ones that an item is for.
     *
     * @param asked is told of the names of those that are called
     */
    void ask(ValidatedItem item, Consumer<Finding> found, Consumer<String> asked) {
        for (Registered one : own) {
            if (one.covers(item.draft())) {
                asked.accept(one.name());
                @Nullable FindingSeverity configured = severities.get(one.name());
                one.validator().validate(item, new Findings(one.name(), configured, found));
            }
        }
    }
}
